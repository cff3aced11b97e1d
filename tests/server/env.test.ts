import { expect, test } from 'vitest';
import { parseEnvironment } from '#server/env.ts';

const SOUND = {
  DATABASE_URL: 'postgresql://portal:secret-word@db.example.com:5432/portal',
  NEXTAUTH_SECRET: 'x'.repeat(32),
  NEXTAUTH_URL: 'https://portal.example.com',
  SECRETS_KEY: 'y'.repeat(32),
};

test('a sound environment is read, with the port and the log level that nobody named', () => {
  expect(parseEnvironment(SOUND)).toMatchObject({ ...SOUND, PORT: 3000, LOG_LEVEL: 'info' });
  expect(parseEnvironment({ ...SOUND, PORT: '8080' }).PORT).toBe(8080);
});

test('all that is missing is named at once', () => {
  const reason = reasonFor({});
  for (const name of Object.keys(SOUND)) expect(reason).toMatch(new RegExp(`^ {2}${name} is not set: `, 'm'));
});

test('an empty variable counts as missing', () => {
  expect(reasonFor({ ...SOUND, NEXTAUTH_SECRET: ' ' })).toContain('NEXTAUTH_SECRET is not set');
});

test.each([
  ['DATABASE_URL', 'mysql://db.example.com/portal', 'DATABASE_URL is not the Postgres'],
  ['NEXTAUTH_SECRET', 'tiny', 'NEXTAUTH_SECRET is shorter than 32'],
  ['SECRETS_KEY', 'small', 'SECRETS_KEY is shorter than 32'],
  ['NEXTAUTH_URL', 'portal.example.com', 'NEXTAUTH_URL is not the address'],
  ['PORT', '70000', 'PORT is above 65535'],
  ['PORT', 'http', 'PORT is not a port'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL is not one of'],
])('a wrong %s (%s) is named, its value is not shown', (name, value, reason) => {
  expect(reasonFor({ ...SOUND, [name]: value })).toContain(reason);
  expect(reasonFor({ ...SOUND, [name]: value })).not.toContain(` ${value}`);
});

test('OIDC is set in full or not at all', () => {
  const reason = reasonFor({ ...SOUND, OIDC_ISSUER: 'https://login.example.com' });
  expect(reason).toContain('OIDC_CLIENT_ID is not set');
  expect(reason).toContain('OIDC_CLIENT_SECRET is not set');
});

test('a mail server comes with a sender and with whom it writes to', () => {
  const reason = reasonFor({ ...SOUND, SMTP_URL: 'smtp://portal:secret-word@mail.example.com:587' });
  expect(reason).toContain('MAIL_FROM is not set, although SMTP_URL is');
  expect(reason).toContain('PORTING_TEAM_EMAIL is not set, although SMTP_URL is');
  expect(reason).not.toContain('secret-word');
  const mail = {
    SMTP_URL: 'smtps://mail.example.com',
    MAIL_FROM: 'Porting portal <portal@example.com>',
    PORTING_TEAM_EMAIL: 'porting@example.com',
  };
  expect(parseEnvironment({ ...SOUND, ...mail })).toMatchObject(mail);
});

test('without a mail server the porting team has an address that follows from where the portal is', () => {
  expect(parseEnvironment(SOUND)).toMatchObject({ PORTING_TEAM_EMAIL: 'porting@portal.example.com' });
  expect(parseEnvironment(SOUND).SMTP_URL).toBeUndefined();
});

test.each([
  ['SMTP_URL', 'https://mail.example.com', 'SMTP_URL is not the mail server'],
  ['MAIL_FROM', 'Portal', 'MAIL_FROM is not the sender'],
  ['MAIL_FROM', 'a@b.example, c@d.example', 'MAIL_FROM is not the sender'],
  ['PORTING_TEAM_EMAIL', 'Team <a@b.example>', "PORTING_TEAM_EMAIL is not the porting team's address"],
])('a wrong %s (%s) is named', (name, value, reason) => {
  expect(reasonFor({ ...SOUND, [name]: value })).toContain(reason);
});

function reasonFor(variables: Record<string, string>): string {
  try {
    parseEnvironment(variables);
  } catch (error) {
    return String(error);
  }
  return '';
}
