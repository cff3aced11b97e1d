// Gives a user a new password, shuts it out or lets it in again: npm run user:change -- EMAIL
import { parseArgs } from 'node:util';
import { closeConnections } from '#data/connection.ts';
import { systemActor } from '#data/system-actor.ts';
import { changeUser, type UserChange } from '#data/users/change-user.ts';
import { hashPassword } from '#server/password.ts';
import { askPassword } from './ask-password.ts';
import { chooseDatabase } from './database-url.ts';
import { Fault, main } from './fault.ts';

const USAGE = `npm run user:change -- EMAIL --new-password | --disable | --enable

  --new-password   asked for on a terminal, or read from the first line of standard input
  --disable        the user cannot sign in any more
  --enable         it can again

Whatever is changed, all sessions of the user end at once, and administration's history says so.
It ends with status 0, or with 1 and a sentence when nothing was changed.`;

type What = 'new-password' | 'disable' | 'enable';

const DONE: Record<What, (email: string) => string> = {
  'new-password': (email) => `${email} has a new password; its sessions have ended.`,
  disable: (email) => `${email} is shut out; its sessions have ended.`,
  enable: (email) => `${email} can sign in again.`,
};

await main(async () => {
  const { email, what } = readArguments(process.argv.slice(2));
  if (email === undefined || what === undefined) return say(USAGE);
  await chooseDatabase();
  try {
    const result = await changeUser(systemActor('users'), email, await changeOf(what));
    if (result.kind === 'refused') {
      throw new Fault(
        result.because === 'last-lead'
          ? `${email} is the last lead who can sign in: make another first. Nothing was changed.`
          : `Nobody has the email address ${email}. Nothing was changed.`,
      );
    }
    say(DONE[what](email));
  } finally {
    await closeConnections();
  }
});

async function changeOf(what: What): Promise<UserChange> {
  if (what === 'new-password') return { passwordHash: await hashPassword(await askPassword()) };
  return { disabled: what === 'disable' };
}

function readArguments(words: string[]): { email?: string; what?: What } {
  const flag = { type: 'boolean' } as const;
  const options = { 'new-password': flag, disable: flag, enable: flag, help: flag } as const;
  try {
    const { values, positionals } = parseArgs({ args: words, options, allowPositionals: true });
    if (values.help) return {};
    const wishes = (['new-password', 'disable', 'enable'] as const).filter((wish) => values[wish]);
    if (positionals.length !== 1 || wishes.length !== 1) {
      throw new Fault(`Give one email address and one thing to change.\n\n${USAGE}`);
    }
    return { email: positionals[0]?.toLowerCase(), what: wishes[0] };
  } catch (error) {
    throw error instanceof Fault
      ? error
      : new Fault(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
