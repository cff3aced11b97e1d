/** What administration is about. The kind of an event begins with it. */
export const ADMIN_NOUNS = ['partner', 'account', 'user', 'holiday', 'reject-reason', 'mail'] as const;
export type AdminNoun = (typeof ADMIN_NOUNS)[number];

export const ADMIN_NOUN_LABELS: Record<AdminNoun, string> = {
  partner: 'Partners',
  account: 'Accounts',
  user: 'Users',
  holiday: 'Holidays',
  'reject-reason': 'Reject reasons',
  mail: 'Mail',
};

/** Everything that is recorded of administration, in the words in which its history tells it. */
export const ADMIN_EVENT_LABELS = {
  'partner-created': 'Partner created',
  'partner-renamed': 'Partner renamed',
  'account-created': 'Account created',
  'account-changed': 'Account changed',
  'account-removed': 'Account removed',
  'user-created': 'User created',
  'user-invited': 'User invited',
  'user-invited-again': 'New invitation made',
  'user-password-reset': 'Password reset',
  'user-password-chosen': 'Password chosen',
  'user-password-changed': 'Password changed',
  'user-renamed': 'User renamed',
  'user-role-changed': 'Role changed',
  'user-disabled': 'User disabled',
  'user-enabled': 'User enabled',
  'holiday-added': 'Holiday added',
  'holiday-renamed': 'Holiday renamed',
  'holiday-removed': 'Holiday removed',
  'reject-reason-added': 'Reject reason added',
  'reject-reason-changed': 'Reject reason changed',
  'reject-reason-retired': 'Reject reason retired',
  'reject-reason-restored': 'Reject reason brought back',
  'mail-sent-again': 'Mail sent again',
} as const satisfies Record<`${AdminNoun}-${string}`, string>;
export type AdminEventKind = keyof typeof ADMIN_EVENT_LABELS;
export const ADMIN_EVENT_KINDS = Object.keys(ADMIN_EVENT_LABELS) as AdminEventKind[];

/** A field of what was changed, as it was and as it is; null where there was or is none. */
export type AdminChange = { field: AdminField; from: string | null; to: string | null };

export const ADMIN_FIELD_LABELS = {
  name: 'Name',
  slug: 'Short name',
  username: 'Username',
  companyName: 'Company name',
  role: 'Role',
  partner: 'Partner',
  account: 'Account',
  day: 'Day',
  reason: 'Reason',
  nextStep: 'Next step',
  turn: 'Whose turn',
} as const;
export type AdminField = keyof typeof ADMIN_FIELD_LABELS;

/** What differs between two states of a thing, field by field in the order of `after`. */
export function adminChanges(
  before: Partial<Record<AdminField, string | null>>,
  after: Partial<Record<AdminField, string | null>>,
): AdminChange[] {
  return (Object.keys(after) as AdminField[])
    .map((field) => ({ field, from: before[field] ?? null, to: after[field] ?? null }))
    .filter(({ from, to }) => from !== to);
}
