import { hash } from '@node-rs/argon2';
import type { UserRole } from '#domain/viewer.ts';
import { type Account, makeAccount, makePartner, type Partner } from './factories.ts';
import { insert } from './owner.ts';
import { next, word } from './unique.ts';

export type User = {
  id: string;
  email: string;
  name: string;
  password: string;
  role: UserRole;
  partner: Partner | null;
  account: Account | null;
};

/** What a hash costs is in it. That ours cost enough is asked in server/password.test.ts; here it would slow every test. */
const QUICK = { memoryCost: 8, timeCost: 1, parallelism: 1 };

/** A person who can sign in with `password`. A partner's user or an end user gets a partner and account when none is given. */
export async function makeUser(
  given: {
    role?: UserRole;
    partner?: Partner;
    account?: Account;
    email?: string;
    name?: string;
    password?: string;
    disabled?: boolean;
  } = {},
): Promise<User> {
  const n = next();
  const { role = 'partner', password = `open sesame ${n}` } = given;
  const { name = `Person ${n}`, email = `person-${n}-${word()}@example.com` } = given;
  const account =
    role === 'end-user' ? (given.account ?? (await makeAccount({ partner: given.partner }))) : null;
  const partner = role === 'partner' ? (given.partner ?? (await makePartner())) : (account?.partner ?? null);
  const { id } = await insert<{ id: string }>('app_user', {
    email,
    name,
    role,
    partner_id: partner?.id ?? null,
    account_id: account?.id ?? null,
    password_hash: await hash(password.normalize('NFKC'), QUICK),
    disabled_at: given.disabled ? '2026-01-01T00:00:00Z' : null,
  });
  return { id, email, name, password, role, partner, account };
}
