// Makes a user: npm run user:add -- EMAIL --role ROLE
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { closeConnections } from '#data/connection.ts';
import { systemActor } from '#data/system-actor.ts';
import { createUser } from '#data/users/create-user.ts';
import type { NewUser } from '#data/users/insert-user.ts';
import type { UserPlace } from '#data/users/place.ts';
import { USER_ROLES } from '#domain/viewer.ts';
import { hashPassword } from '#server/password.ts';
import { askPassword } from './ask-password.ts';
import { chooseDatabase } from './database-url.ts';
import { Fault, main } from './fault.ts';

const USAGE = `npm run user:add -- EMAIL --role partner|end-user|agent|lead [--partner SLUG] [--account ID] [--name NAME]

  --role partner    a contact of a partner: needs --partner
  --role end-user   a customer of one account: needs --partner and --account
  --role agent      one of the porting team
  --role lead       one who leads it
  --name NAME       how the portal calls the person; else made from the email address

The password is asked for on a terminal, or read from the first line of standard input.
It ends with status 0, or with 1 and a sentence when no user was made.`;

type Wish = { email: string; name: string } & UserPlace;

await main(async () => {
  const wish = readArguments(process.argv.slice(2));
  if (wish === null) return say(USAGE);
  await chooseDatabase();
  try {
    await add({ ...wish, passwordHash: await hashPassword(await askPassword()) });
  } finally {
    await closeConnections();
  }
});

async function add(user: NewUser): Promise<void> {
  const result = await createUser(systemActor('users'), user);
  if (result.created) return say(`${user.email} can sign in now, as ${user.role}.`);
  const partner = 'partner' in user ? user.partner : '';
  const account = 'account' in user ? user.account : '';
  throw new Fault(
    {
      'email-taken': `${user.email} is a user already. Nothing was changed.`,
      'no-such-partner': `There is no partner ${partner}. Nothing was changed.`,
      'no-such-account': `Partner ${partner} has no account ${account}. Nothing was changed.`,
    }[result.because],
  );
}

/** Null when help was asked for. Throws a `Fault` that names what is wrong. */
function readArguments(words: string[]): Wish | null {
  const { values, positionals } = parse(words);
  if (values.help) return null;
  const [given, ...more] = positionals;
  if (given === undefined) throw new Fault(`Whose user is it? Give an email address.\n\n${USAGE}`);
  if (more.length > 0) throw new Fault(`One email address at a time: ${more.join(' ')} is too much.`);
  const email = z.email().safeParse(given.trim().toLowerCase()).data;
  if (email === undefined) throw new Fault(`${given} is not an email address.`);
  const person = { email, name: values.name?.trim() || nameFrom(email) };
  const role = USER_ROLES.find((known) => known === values.role);
  if (role === undefined) throw new Fault(`--role is one of ${USER_ROLES.join(', ')}.`);
  const { partner, account } = values;
  if (role === 'agent' || role === 'lead') {
    if (partner ?? account)
      throw new Fault(`The role ${role} is for all partners: leave out --partner and --account.`);
    return { ...person, role };
  }
  if (!partner) throw new Fault(`The role ${role} needs --partner SLUG.`);
  if (role === 'end-user') {
    if (!account) throw new Fault('The role end-user needs --account ID.');
    return { ...person, role, partner, account };
  }
  if (account) throw new Fault('The role partner is for all accounts of the partner: leave out --account.');
  return { ...person, role, partner };
}

function parse(words: string[]) {
  const text = { type: 'string' } as const;
  const options = {
    role: text,
    partner: text,
    account: text,
    name: text,
    help: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: words, options, allowPositionals: true });
  } catch (error) {
    throw new Fault(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

/** `dana.whitfield@…` as Dana Whitfield. */
function nameFrom(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._+-]+/).filter(Boolean);
  return words.map((word) => `${word[0]?.toUpperCase() ?? ''}${word.slice(1)}`).join(' ') || email;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
