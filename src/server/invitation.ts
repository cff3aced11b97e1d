import { systemActor } from '#data/system-actor.ts';
import { choosePassword } from '#data/users/choose-password.ts';
import { type Invitation, readInvitation } from '#data/users/read-invitation.ts';
import { countLink, forgiveLink } from './limits.ts';
import { linkHash } from './one-time-link.ts';
import { hashPassword, passwordProblem } from './password.ts';

/** Whom a link is for; or that it is for nobody, whatever the reason; or how long to wait before trying another. */
export type Opened =
  | { kind: 'open'; invitation: Invitation }
  | { kind: 'no-link' }
  | { kind: 'too-many'; waitMs: number };

/** Looks at a one-time link that is opened from `address`. */
export async function openInvitation(token: string, address: string, now: Date): Promise<Opened> {
  const waitMs = await countLink(address);
  if (waitMs !== null) return { kind: 'too-many', waitMs };
  const invitation = await readInvitation(systemActor('sign-in'), linkHash(token), now);
  if (!invitation) return { kind: 'no-link' };
  await forgiveLink(address);
  return { kind: 'open', invitation };
}

export type Accepted =
  | { kind: 'chosen' }
  | Exclude<Opened, { kind: 'open' }>
  | { kind: 'problem'; because: string };

/** Chooses a password by a one-time link. What is wrong with the password is said only to who has a link. */
export async function acceptInvitation(
  token: string,
  password: string,
  address: string,
  now: Date,
): Promise<Accepted> {
  const opened = await openInvitation(token, address, now);
  if (opened.kind !== 'open') return opened;
  const because = passwordProblem(password);
  if (because) return { kind: 'problem', because };
  const passwordHash = await hashPassword(password);
  const chosen = await choosePassword(systemActor('sign-in'), { link: linkHash(token), passwordHash }, now);
  return { kind: chosen ? 'chosen' : 'no-link' };
}
