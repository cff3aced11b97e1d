import { demand } from '#domain/permissions.ts';
import type { UserRole, Viewer } from '#domain/viewer.ts';
import { pool } from '../connection.ts';

/** Who is to be made. The password is hashed already. `partner` is a slug; which of partner and account is set follows from the role. */
export type NewUser = { email: string; name: string; passwordHash: string } & (
  | { role: 'partner'; partner: string }
  | { role: 'end-user'; partner: string; account: string }
  | { role: Exclude<UserRole, 'partner' | 'end-user'> }
);

export type CreatedUser =
  | { created: true; userId: string }
  | { created: false; because: 'email-taken' | 'no-such-partner' | 'no-such-account' };

/** Makes a user. The email address is kept in lower case and belongs to one user of the whole portal. */
export async function createUser(viewer: Viewer, user: NewUser): Promise<CreatedUser> {
  demand(viewer, 'users.create');
  const partnerId = 'partner' in user ? await findPartner(user.partner) : null;
  if ('partner' in user && partnerId === null) return { created: false, because: 'no-such-partner' };
  const accountId = 'account' in user ? user.account : null;
  if (accountId !== null && !(await hasAccount(partnerId, accountId))) {
    return { created: false, because: 'no-such-account' };
  }
  const { rows } = await pool().query<{ id: string }>(
    `INSERT INTO app_user (email, name, role, partner_id, account_id, password_hash)
     VALUES (lower($1), $2, $3, $4, $5, $6) ON CONFLICT (email) DO NOTHING RETURNING id`,
    [user.email.trim(), user.name.trim(), user.role, partnerId, accountId, user.passwordHash],
  );
  return rows[0] ? { created: true, userId: rows[0].id } : { created: false, because: 'email-taken' };
}

async function findPartner(slug: string): Promise<number | null> {
  const { rows } = await pool().query<{ id: number }>('SELECT id FROM partner WHERE slug = $1', [slug]);
  return rows[0]?.id ?? null;
}

async function hasAccount(partnerId: number | null, accountId: string): Promise<boolean> {
  const { rowCount } = await pool().query('SELECT 1 FROM account WHERE partner_id = $1 AND id = $2', [
    partnerId,
    accountId,
  ]);
  return rowCount === 1;
}
