import { changeAccount } from '#data/accounts/change-account.ts';
import { createAccount } from '#data/accounts/create-account.ts';
import { listAccounts } from '#data/accounts/list-accounts.ts';
import { listAdminEvents } from '#data/admin/list-admin-events.ts';
import { readOverview } from '#data/admin/read-overview.ts';
import { addHoliday } from '#data/holidays/add-holiday.ts';
import { listHolidays } from '#data/holidays/list-holidays.ts';
import { removeHoliday } from '#data/holidays/remove-holiday.ts';
import { renameHoliday } from '#data/holidays/rename-holiday.ts';
import { createPartner } from '#data/partners/create-partner.ts';
import { listPartnerCounts } from '#data/partners/list-partner-counts.ts';
import { renamePartner } from '#data/partners/rename-partner.ts';
import { addRejectReason } from '#data/reject-reasons/add-reject-reason.ts';
import { changeRejectReason } from '#data/reject-reasons/change-reject-reason.ts';
import { listRejectReasons } from '#data/reject-reasons/list-reject-reasons.ts';
import { retireRejectReason } from '#data/reject-reasons/retire-reject-reason.ts';
import { changeUser } from '#data/users/change-user.ts';
import { choosePassword } from '#data/users/choose-password.ts';
import { createUser } from '#data/users/create-user.ts';
import { inviteUser } from '#data/users/invite-user.ts';
import { listUsers } from '#data/users/list-users.ts';
import { readInvitation } from '#data/users/read-invitation.ts';
import { readUser } from '#data/users/read-user.ts';
import { resetPassword } from '#data/users/reset-password.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { linkHash, makeHoliday, makeRejectReason } from './admin.ts';
import { makeAccount } from './factories.ts';
import { word } from './unique.ts';
import { makeUser } from './users.ts';
import type { Outcome, Person, Verb } from './verbs.ts';

const NOBODY: Record<Person, Outcome> = {
  "the partner's own user": 'not found',
  "another partner's user": 'not found',
  'an end user of the account': 'not found',
  'an end user of another account': 'not found',
  'an end user of another partner': 'not found',
  'a porting agent': 'not found',
  'a porting lead': 'not found',
};
const LEADS: Record<Person, Outcome> = { ...NOBODY, 'a porting lead': 'may' };
const LEADS_SEE: Record<Person, Outcome> = { ...NOBODY, 'a porting lead': 'sees' };
const STAFF: Record<Person, Outcome> = { ...LEADS, 'a porting agent': 'may' };

const NOW = new Date('2026-11-24T17:00:00Z');
const TODAY = '2026-11-24' as CalendarDate;
const REASON = { nextStep: 'Send it again.', turn: 'partner' } as const;

/** The verbs of administration. */
export const ADMIN_VERBS: Record<string, Verb> = {
  'accounts/change-account.ts changeAccount': verb(LEADS, async (viewer) => {
    const { partner, id, username, company } = await makeAccount();
    const was = { username, company };
    return changeAccount(viewer, { partner: partner.slug, id, was, names: { ...was, company: word() } });
  }),
  'accounts/create-account.ts createAccount': verb(LEADS, (viewer, { partner }) =>
    createAccount(viewer, {
      partner: partner.slug,
      account: { id: word(), username: null, company: 'New Ltd' },
    }),
  ),
  'accounts/list-accounts.ts listAccounts': {
    call: (viewer, { partner }) => listAccounts(viewer, partner, { text: '', page: 1 }),
    marks: ({ account }) => [account.company ?? ''],
    outcomes: LEADS_SEE,
  },
  'admin/list-admin-events.ts listAdminEvents': verb(LEADS, (viewer) => listAdminEvents(viewer)),
  'admin/read-overview.ts readOverview': verb(LEADS, (viewer) => readOverview(viewer, TODAY, NOW)),
  'holidays/add-holiday.ts addHoliday': verb(LEADS, async (viewer) => {
    const { day, name } = await makeHoliday({ there: false });
    return addHoliday(viewer, { day, name });
  }),
  'holidays/list-holidays.ts listHolidays': verb(STAFF, listHolidays),
  'holidays/remove-holiday.ts removeHoliday': verb(LEADS, async (viewer) =>
    removeHoliday(viewer, (await makeHoliday()).day),
  ),
  'holidays/rename-holiday.ts renameHoliday': verb(LEADS, async (viewer) => {
    const { day, name } = await makeHoliday();
    return renameHoliday(viewer, { day, was: name, name: word() });
  }),
  'partners/create-partner.ts createPartner': verb(LEADS, (viewer) =>
    createPartner(viewer, { slug: `p-${word()}`, name: `P ${word()}` }),
  ),
  'partners/list-partner-counts.ts listPartnerCounts': {
    call: (viewer) => listPartnerCounts(viewer),
    marks: ({ partner }) => [partner.slug],
    outcomes: LEADS_SEE,
  },
  'partners/rename-partner.ts renamePartner': verb(LEADS, async (viewer) => {
    const { partner } = await makeAccount();
    return renamePartner(viewer, { slug: partner.slug, was: partner.name, name: `P ${word()}` });
  }),
  'reject-reasons/add-reject-reason.ts addRejectReason': verb(LEADS, (viewer) =>
    addRejectReason(viewer, { reason: word(), ...REASON }),
  ),
  'reject-reasons/change-reject-reason.ts changeRejectReason': verb(LEADS, async (viewer) => {
    const { id, ...was } = await makeRejectReason();
    return changeRejectReason(viewer, { id, was, text: { ...was, reason: word() } });
  }),
  'reject-reasons/list-reject-reasons.ts listRejectReasons': verb(STAFF, (viewer) =>
    listRejectReasons(viewer),
  ),
  'reject-reasons/retire-reject-reason.ts retireRejectReason': verb(LEADS, async (viewer) =>
    retireRejectReason(viewer, { id: (await makeRejectReason()).id, retired: true }),
  ),
  'users/change-user.ts changeUser': verb(LEADS, async (viewer) =>
    changeUser(viewer, (await makeUser({ role: 'agent' })).email, { disabled: true }),
  ),
  // The bearer of a link is nobody yet: only signing in itself asks these two.
  'users/choose-password.ts choosePassword': verb(NOBODY, (viewer) =>
    choosePassword(viewer, { link: linkHash(word()), passwordHash: 'x' }, NOW),
  ),
  'users/create-user.ts createUser': verb(LEADS, (viewer) =>
    createUser(viewer, { email: `${word()}@example.com`, name: 'X', passwordHash: 'x', role: 'agent' }),
  ),
  'users/invite-user.ts inviteUser': verb(LEADS, (viewer) =>
    inviteUser(
      viewer,
      { email: `${word()}@example.com`, name: 'X', passwordHash: 'x', role: 'agent' },
      linkHash(word()),
      NOW,
    ),
  ),
  'users/list-users.ts listUsers': {
    call: (viewer, { user }) =>
      listUsers(viewer, { text: user.email, role: null, partner: null, page: 1 }, NOW),
    marks: ({ user }) => [user.email],
    outcomes: LEADS_SEE,
  },
  'users/read-invitation.ts readInvitation': verb(NOBODY, (viewer) =>
    readInvitation(viewer, linkHash(word()), NOW),
  ),
  'users/read-user.ts readUser': {
    call: (viewer, { user }) => readUser(viewer, user.id, NOW),
    marks: ({ user }) => [user.email],
    outcomes: LEADS_SEE,
  },
  'users/reset-password.ts resetPassword': verb(LEADS, async (viewer) => {
    const user = await makeUser({ role: 'agent' });
    return resetPassword(viewer, user.email, { passwordHash: 'x', link: linkHash(word()) }, NOW);
  }),
};

/** The files of administration that are handed a transaction, or ask nothing. */
export const ADMIN_PLUMBING = [
  'admin/one-at-a-time.ts',
  'admin/record.ts',
  'partners/named-already.ts',
  'reject-reasons/reject-reason.ts',
  'users/held-user.ts',
  'users/insert-user.ts',
  'users/link.ts',
  'users/listed-user.ts',
  'users/place.ts',
];

function verb(outcomes: Verb['outcomes'], call: Verb['call']): Verb {
  return { call, marks: ({ marks }) => marks, outcomes };
}
