import type { UserRole, Viewer } from '#domain/viewer.ts';
import type { Query } from '../tenant.ts';
import { LINK_EXPIRES_AT } from './link.ts';

/** A user whose row is held until the transaction ends. */
export type HeldUser = {
  id: string;
  email: string;
  name: string;
  role: UserRole;
  partner: string | null;
  account: string | null;
  disabled: boolean;
  /** Whether it waits for a link to be used, and has no password before. */
  waits: boolean;
  /** Whether it is the only enabled lead who can sign in. */
  lastLead: boolean;
};

/**
 * Holds a user by its email address, in any case, and with it every enabled lead: of two who would shut each other out, one
 * waits and then finds itself the last. Null when nobody has the address.
 */
export async function holdUser(query: Query, email: string): Promise<HeldUser | null> {
  const held = await query<HeldUser>(
    `SELECT u.id, u.email, u.name, u.role, p.name AS partner, u.account_id AS account,
       u.disabled_at IS NOT NULL AS disabled, ${LINK_EXPIRES_AT} IS NOT NULL AS waits, false AS "lastLead"
     FROM app_user u LEFT JOIN partner p ON p.id = u.partner_id
     WHERE u.email = lower($1) OR (u.role = 'lead' AND u.disabled_at IS NULL)
     ORDER BY u.id FOR UPDATE OF u`,
    [email.trim()],
  );
  const user = held.find((each) => each.email === email.trim().toLowerCase());
  if (!user) return null;
  const isLead = (each: HeldUser) => each.role === 'lead' && !each.disabled && !each.waits;
  return { ...user, lastLead: isLead(user) && held.filter(isLead).length === 1 };
}

/** Whether a user is the viewer. */
export function isSelf(user: HeldUser, viewer: Viewer): boolean {
  return viewer.role !== 'system' && viewer.userId === user.id;
}
