'use server';

import { z } from 'zod';
import { searchAccounts } from '#data/accounts/search-accounts.ts';
import { readPartner } from '#data/partners/read-partner.ts';
import { changeUser, type UserChange } from '#data/users/change-user.ts';
import { inviteUser } from '#data/users/invite-user.ts';
import { resetPassword } from '#data/users/reset-password.ts';
import { NotFound } from '#domain/not-found.ts';
import { linkExpiry } from '#domain/user-access.ts';
import type { Viewer } from '#domain/viewer.ts';
import { act } from '#server/action.ts';
import { makeLink, unknownPassword } from '#server/one-time-link.ts';
import { type Answer, type Answered, done } from '../answer.ts';
import { checked, Given, line } from '../checked.ts';
import { type GivenLink, type PlaceDraft, PlaceSchema, refusalOf } from './place-schema.ts';

const Name = line('Give the person’s name.');
const Email = z
  .string()
  .trim()
  .toLowerCase()
  .max(200, 'Keep it to 200 characters.')
  .pipe(z.email('Give a whole email address, as dana@example.com.'));
const Invited = z.object({ email: Email, name: Name, place: PlaceSchema });

/** Makes a user and the link by which it chooses a password. The link comes back once and is kept nowhere. */
export async function invite(given: { email: string; name: string; place: PlaceDraft }): Answered<GivenLink> {
  const verb = checked('users.create', Invited, async (viewer, { email, name, place }) => {
    const now = new Date();
    const link = makeLink();
    const user = { email, name, passwordHash: await unknownPassword(), ...place };
    const result = await inviteUser(viewer, user, link.hash, now);
    return result.created
      ? done({ email, url: link.url, expiresAt: linkExpiry(now) })
      : refusalOf(result.because);
  });
  return act('invite-user', Given, given, verb);
}

/** Makes a new link, in place of the password or the link that a user has. All of its sessions end. */
export async function resetByLink(given: { email: string }): Answered<GivenLink> {
  const verb = checked('users.change', z.object({ email: Email }), async (viewer, { email }) => {
    const now = new Date();
    const link = makeLink();
    const secret = { passwordHash: await unknownPassword(), link: link.hash };
    const result = await resetPassword(viewer, email, secret, now);
    return result.kind === 'changed'
      ? done({ email, url: link.url, expiresAt: linkExpiry(now) })
      : refusalOf(result.because);
  });
  return act('reset-password', Given, given, verb);
}

const Disabled = z.object({ email: Email, disabled: z.boolean() });

/** Shuts a user out, or lets it in again. */
export async function disable(given: z.input<typeof Disabled>): Answered {
  const verb = checked('users.change', Disabled, (viewer, { email, disabled }) =>
    change(viewer, email, { disabled }),
  );
  return act('disable-user', Given, given, verb);
}

const Renamed = z.object({ email: Email, name: Name });

/** Gives a user another name. */
export async function rename(given: z.input<typeof Renamed>): Answered {
  const verb = checked('users.change', Renamed, (viewer, { email, name }) => change(viewer, email, { name }));
  return act('rename-user', Given, given, verb);
}

const Moved = z.object({ email: Email, place: PlaceSchema });

/** Gives a user another role, with the partner and account that it needs. */
export async function changeRole(given: { email: string; place: PlaceDraft }): Answered {
  const verb = checked('users.change', Moved, (viewer, { email, place }) => change(viewer, email, { place }));
  return act('change-role', Given, given, verb);
}

const Asked = z.object({ partner: z.string().max(100), text: z.string().max(200) });

/** The likeliest accounts of a partner for what is typed. */
export async function suggestAccounts(
  given: z.input<typeof Asked>,
): Answered<{ id: string; company: string | null }[]> {
  const verb = checked('admin.read', Asked, async (viewer, { partner: slug, text }) => {
    const partner = await readPartner(viewer, slug);
    if (!partner) return done([]);
    const { accounts } = await searchAccounts(viewer, partner, text, 12);
    return done(accounts.map(({ id, company }) => ({ id, company })));
  });
  return act('suggest-accounts', Given, given, verb);
}

async function change(viewer: Viewer, email: string, wanted: UserChange): Promise<Answer<null>> {
  const result = await changeUser(viewer, email, wanted);
  if (result.kind !== 'refused') return done(null);
  if (result.because === 'no-such-user') throw new NotFound('user');
  return refusalOf(result.because);
}
