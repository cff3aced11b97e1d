import { linkHash } from './admin.ts';
import type { Request } from './factories.ts';
import { asOwner, insert } from './owner.ts';
import { word } from './unique.ts';
import { makeUser, type User } from './users.ts';

/** A link to a request, of a user of its partner who is made when none is given; one that holds unless told otherwise. */
export async function makeRequestLink(given: {
  request: Request;
  by?: User;
  at?: Date;
  expiresAt?: Date;
  withdrawnAt?: Date | null;
}): Promise<{ id: string; token: string }> {
  const { request } = given;
  const by = given.by ?? (await makeUser({ partner: request.account.partner }));
  const token = `token-${word()}-${word()}`;
  const { id } = await insert<{ id: string }>('request_link', {
    partner_id: request.account.partner.id,
    request_id: request.id,
    token_hash: linkHash(token),
    at: given.at ?? '2026-11-01T17:00:00Z',
    actor_id: by.id,
    actor: by.name,
    expires_at: given.expiresAt ?? '2100-01-01T00:00:00Z',
    withdrawn_at: given.withdrawnAt ?? null,
    withdrawn_by: given.withdrawnAt ? by.name : null,
  });
  return { id, token };
}

/** From where a link was opened and when, in the order in which it was noted. */
export async function usesOf(link: { id: string }): Promise<{ at: Date; address: string }[]> {
  return asOwner('SELECT at, address FROM request_link_use WHERE link_id = $1 ORDER BY id', [link.id]);
}
