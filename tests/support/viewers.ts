import { mintViewer, type UserRole, type Viewer } from '#domain/viewer.ts';
import type { Account, Partner } from './factories.ts';
import type { User } from './users.ts';

const person = {
  userId: '00000000-0000-4000-8000-000000000000',
  email: 'someone@example.com',
  name: 'Someone',
};

/** A user of the partner, who need not be in the database. */
export function partnerViewer(partner: Partner): Viewer {
  return mintViewer({ ...person, role: 'partner', partnerId: partner.id });
}

/** An end user of the account. */
export function endUserViewer(account: Account): Viewer {
  return mintViewer({ ...person, role: 'end-user', partnerId: account.partner.id, accountId: account.id });
}

/** One of the porting team. */
export function staffViewer(role: Extract<UserRole, 'agent' | 'lead'> = 'agent'): Viewer {
  return mintViewer({ ...person, role });
}

/** The viewer that a user of the database is. */
export function viewerOf(user: User): Viewer {
  const self = { userId: user.id, email: user.email, name: user.name };
  if (user.role === 'partner' && user.partner) {
    return mintViewer({ ...self, role: 'partner', partnerId: user.partner.id });
  }
  if (user.role === 'end-user' && user.account) {
    return mintViewer({
      ...self,
      role: 'end-user',
      partnerId: user.account.partner.id,
      accountId: user.account.id,
    });
  }
  if (user.role === 'agent' || user.role === 'lead') return mintViewer({ ...self, role: user.role });
  throw new Error(`A ${user.role} needs a partner.`);
}
