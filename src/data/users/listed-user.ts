import { accessOf, type UserAccess } from '#domain/user-access.ts';
import type { UserRole } from '#domain/viewer.ts';
import { LINK_EXPIRES_AT } from './link.ts';

/** A user as administration sees it. `company` is the account's, where it has a name in our system. */
export type ListedUser = {
  id: string;
  email: string;
  name: string;
  role: UserRole;
  partner: { slug: string; name: string } | null;
  account: { id: string; company: string | null } | null;
  access: UserAccess;
  linkExpiresAt: Date | null;
  lastSignInAt: Date | null;
  createdAt: Date;
};

/** A ListedUser as it comes from the database. */
export type ListedUserRow = Omit<ListedUser, 'access'> & { disabledAt: Date | null };

/** What it is selected from. */
export const USERS = `app_user u LEFT JOIN partner p ON p.id = u.partner_id
  LEFT JOIN account a ON a.partner_id = u.partner_id AND a.id = u.account_id`;

/** The SELECT list of a ListedUserRow. */
export const LISTED_USER = `u.id, u.email, u.name, u.role,
  CASE WHEN p.id IS NOT NULL THEN jsonb_build_object('slug', p.slug, 'name', p.name) END AS partner,
  CASE WHEN a.id IS NOT NULL THEN jsonb_build_object('id', a.id, 'company', a.company_name) END AS account,
  u.disabled_at AS "disabledAt", ${LINK_EXPIRES_AT} AS "linkExpiresAt",
  u.last_sign_in_at AS "lastSignInAt", u.created_at AS "createdAt"`;

/** What a row says of a user now. */
export function listedUser({ disabledAt, ...row }: ListedUserRow, now: Date): ListedUser {
  return { ...row, access: accessOf({ disabledAt, linkExpiresAt: row.linkExpiresAt }, now) };
}
