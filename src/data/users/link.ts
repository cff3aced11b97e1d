import { linkExpiry } from '#domain/user-access.ts';
import type { Query } from '../tenant.ts';

/** A one-time link as it is kept: nothing but the SHA-256 of its token, in hex. */
export type LinkHash = string;

/** Gives a user a link, and takes those away that were not used. */
export async function giveLink(query: Query, userId: string, tokenHash: LinkHash, now: Date): Promise<void> {
  await takeLinks(query, userId);
  await query(
    'INSERT INTO user_invite (user_id, token_hash, created_at, expires_at) VALUES ($1, $2, $3, $4)',
    [userId, tokenHash, now, linkExpiry(now)],
  );
}

/** Takes away the links of a user that were not used: it has a password by other means, or gets another link. */
export async function takeLinks(query: Query, userId: string): Promise<void> {
  await query('DELETE FROM user_invite WHERE user_id = $1 AND used_at IS NULL', [userId]);
}

/** When the link that a user, `u`, has not used yet expires, in SQL; null when there is none: then it has a password. */
export const LINK_EXPIRES_AT = `(SELECT max(i.expires_at) FROM user_invite i WHERE i.user_id = u.id AND i.used_at IS NULL)`;
