import { plainText } from './plain-text.ts';

/** What became of a mail. Kept: written here alone, because there is no mail server to hand it to. */
export const MAIL_STATES = ['queued', 'sent', 'kept', 'failed'] as const;
export type MailState = (typeof MAIL_STATES)[number];

export const MAIL_STATE_LABELS: Record<MailState, string> = {
  queued: 'Waiting to be sent',
  sent: 'Sent',
  kept: 'Kept here',
  failed: 'Not sent',
};

/**
 * How often a mail is tried before it counts as failed. The queue waits longer from one to the next, at most six hours: over
 * a day in all, in which a mail server that is down comes back.
 */
export const MAIL_ATTEMPTS = 14;

const LONGEST_SUBJECT = 200;
const LONGEST_ERROR = 300;

/** A subject as a header may have it: one line, nothing in it that shows as something else. */
export function mailSubject(text: string): string {
  return [...plainText(text)].slice(0, LONGEST_SUBJECT).join('').trim();
}

/** A name to stand before an address; empty when nothing of it can. */
export function mailName(text: string): string {
  return [...plainText(text).replace(/[<>"\\]/g, '')].slice(0, 80).join('').trim();
}

/** One address and nothing else: no name, no second address, no header. Throws on anything else, without telling it. */
export function mailAddress(text: string): string {
  const address = text.trim();
  if (address.length > 254 || !ADDRESS.test(address)) throw new Error('This is not one email address.');
  return address;
}

/** A mailbox as people write it, `Porting portal <portal@example.com>` or the address alone; null when it is none. */
export function readMailbox(text: string): { name: string; address: string } | null {
  const [, name = '', inner] = /^\s*([^<>]*?)\s*<([^<>]+)>\s*$/.exec(text) ?? [];
  const address = (inner ?? text).trim();
  return isMailAddress(address) ? { name: mailName(name), address } : null;
}

/** Whether a text is one email address. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && ADDRESS.test(text);
}

const ADDRESS = /^[^\s\p{C}<>()[\]\\,;:@"]+@[^\s\p{C}<>()[\]\\,;:@"]+$/u;

/** What a mail server said, in one line, without any of the secrets that it may have repeated. */
export function mailError(text: string, secrets: readonly string[]): string {
  const known = secrets.filter((secret) => secret.length > 0);
  const safe = known.reduce((said, secret) => said.replaceAll(secret, '•••'), plainText(text));
  return [...safe].slice(0, LONGEST_ERROR).join('') || 'Nobody said why.';
}
