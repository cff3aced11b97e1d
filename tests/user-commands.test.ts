import { spawn } from 'node:child_process';
import { expect, test, vi } from 'vitest';
import { verifyPassword } from '#server/password.ts';
import { makeAccount } from './support/factories.ts';
import { asOwner } from './support/owner.ts';
import { word } from './support/unique.ts';
import { makeUser } from './support/users.ts';

// Each command is a process of its own, and loads what it needs.
vi.setConfig({ testTimeout: 60_000 });

const PASSWORD = 'a long enough password';

test('user:add makes a user whose password comes as a line from standard input', async () => {
  const account = await makeAccount();
  const email = `dana.whitfield-${word()}@example.com`;
  const { status, output } = await command(
    [
      'user-add',
      email.toUpperCase(),
      '--role',
      'end-user',
      '--partner',
      account.partner.slug,
      '--account',
      account.id,
    ],
    `${PASSWORD}\nnot this line\n`,
  );
  expect({ status, output }).toEqual({ status: 0, output: `${email} can sign in now, as end-user.\n` });
  const [row] = await asOwner('SELECT * FROM app_user WHERE email = $1', [email]);
  expect(row).toMatchObject({ role: 'end-user', partner_id: account.partner.id, account_id: account.id });
  expect(row?.name).toMatch(/^Dana Whitfield /);
  expect(await verifyPassword(PASSWORD, row?.password_hash)).toBe(true);
  expect(await recordedOf(email)).toEqual(['system: users: user-created']);
});

test('user:add names what is wrong, makes nobody, and ends with status 1', async () => {
  const account = await makeAccount();
  const taken = await makeUser();
  const email = `new-${word()}@example.com`;
  const { slug } = account.partner;
  const wrongs: [string[], string, string][] = [
    [['--role', 'agent'], 'short', 'The password is shorter than 12 characters.'],
    [['--role', 'partner', '--partner', 'nowhere'], PASSWORD, 'There is no partner nowhere.'],
    [
      ['--role', 'end-user', '--partner', slug, '--account', 'x'],
      PASSWORD,
      `Partner ${slug} has no account x.`,
    ],
    [['--role', 'end-user', '--partner', slug], PASSWORD, 'The role end-user needs --account ID.'],
    [['--role', 'boss'], PASSWORD, '--role is one of partner, end-user, agent, lead.'],
  ];
  const said = await Promise.all(
    wrongs.map(([words, input]) => command(['user-add', email, ...words], input)),
  );
  expect(said.map(({ status }) => status)).toEqual(wrongs.map(() => 1));
  for (const [i, [, , sentence]] of wrongs.entries()) expect(said[i]?.output).toContain(sentence);
  expect(await asOwner('SELECT 1 FROM app_user WHERE email = $1', [email])).toEqual([]);
  const again = await command(['user-add', taken.email, '--role', 'lead'], PASSWORD);
  expect(again).toEqual({ status: 1, output: `${taken.email} is a user already. Nothing was changed.\n` });
});

test('user:change gives a new password, shuts out and lets in again, ending all sessions each time', async () => {
  const user = await makeUser({ role: 'agent' });
  expect(await command(['user-change', user.email, '--new-password'], PASSWORD)).toMatchObject({ status: 0 });
  expect(await command(['user-change', user.email, '--disable'])).toMatchObject({ status: 0 });
  const [shut] = await asOwner('SELECT * FROM app_user WHERE id = $1', [user.id]);
  expect(shut).toMatchObject({ session_version: 3, disabled_at: expect.any(Date) });
  expect(await verifyPassword(PASSWORD, shut?.password_hash)).toBe(true);
  expect(await command(['user-change', user.email, '--enable'])).toMatchObject({ status: 0 });
  const [open] = await asOwner('SELECT disabled_at FROM app_user WHERE id = $1', [user.id]);
  expect(open?.disabled_at).toBeNull();
  expect(await recordedOf(user.email)).toEqual([
    'system: users: user-password-changed',
    'system: users: user-disabled',
    'system: users: user-enabled',
  ]);
  const unknown = await command(['user-change', 'nobody@example.com', '--disable']);
  expect(unknown).toMatchObject({
    status: 1,
    output: expect.stringContaining('Nobody has the email address'),
  });
});

/** What administration's history says of a user, in order. */
async function recordedOf(email: string): Promise<string[]> {
  const events = await asOwner('SELECT actor, kind FROM admin_event WHERE subject = $1 ORDER BY id', [email]);
  return events.map(({ actor, kind }) => `${actor}: ${kind}`);
}

async function command(
  [script, ...words]: string[],
  input = '',
): Promise<{ status: number | null; output: string }> {
  const child = spawn(process.execPath, [`scripts/${script}.ts`, ...words], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { status, output };
}
