/** The six statuses of the report, in the order in which they are shown. Source: "Status" and "Detailed Status". */
export const STATUSES = [
  'waiting-for-you',
  'in-progress',
  'scheduled',
  'confirmed',
  'completed',
  'cancelled',
] as const;
export type Status = (typeof STATUSES)[number];

/** Whose move it is: the partner's, ours or a carrier's, nobody's until the day, or none any more. */
export type Turn = 'partner' | 'porting-team' | 'team-or-carrier' | 'the-day' | 'nobody';

type StatusFacts = { label: string; meaning: string };

export const STATUS_FACTS: Record<Status, StatusFacts> = {
  'waiting-for-you': { label: 'Waiting for You', meaning: 'We need a paper or an answer from you.' },
  'in-progress': { label: 'In Progress', meaning: 'We or the carriers are working on it.' },
  scheduled: {
    label: 'Scheduled',
    meaning: 'All set. It ports on its date, at 10:00 AM PT unless agreed otherwise.',
  },
  confirmed: { label: 'Confirmed', meaning: 'The date is agreed, one thing is still open on our side.' },
  completed: { label: 'Completed', meaning: 'The number is ours to serve.' },
  cancelled: { label: 'Cancelled', meaning: 'It was stopped and did not port.' },
};

/** The detailed statuses in the order of a port's life. The fact that is stored; the status follows from it. */
export const DETAILED_STATUSES = [
  'waiting-for-loa',
  'additional-info-required',
  'rejected',
  'received-loa',
  'reviewed',
  'submitted',
  'pending-carrier-response',
  'additional-information-provided',
  'tentative-order-acceptance',
  'accepted',
  'firm-order-confirmation',
  'confirmed',
  'completed',
  'cancelled',
  'closed-as-incomplete',
] as const;
export type DetailedStatus = (typeof DETAILED_STATUSES)[number];

type DetailedFacts = {
  label: string;
  status: Status;
  turn: Turn;
  meaning: string;
  /** Set when only local or only toll-free orders can be in it. */
  only?: NumberType;
  needsFoc?: true;
};

export type NumberType = 'local' | 'toll-free';

export const DETAILED_FACTS: Record<DetailedStatus, DetailedFacts> = {
  'waiting-for-loa': {
    label: 'Waiting for LOA',
    status: 'waiting-for-you',
    turn: 'partner',
    meaning: 'The signed letter of authorization has not reached us yet.',
  },
  'additional-info-required': {
    label: 'Additional info required',
    status: 'waiting-for-you',
    turn: 'partner',
    meaning: 'We asked for something by case email and cannot go on without it.',
  },
  rejected: {
    label: 'Rejected',
    status: 'waiting-for-you',
    turn: 'partner',
    meaning: 'The losing carrier refused the order. Answer the reject reason to go on.',
  },
  'received-loa': {
    label: 'Received LOA',
    status: 'in-progress',
    turn: 'porting-team',
    meaning: 'The letter of authorization is here and waits for our review.',
  },
  reviewed: {
    label: 'Reviewed',
    status: 'in-progress',
    turn: 'porting-team',
    meaning: 'We checked the papers. The order goes to the carrier next.',
  },
  submitted: {
    label: 'Submitted',
    status: 'in-progress',
    turn: 'team-or-carrier',
    meaning: 'The order is with the carrier.',
  },
  'pending-carrier-response': {
    label: 'Pending carrier response',
    status: 'in-progress',
    turn: 'team-or-carrier',
    meaning: 'The order is with the carrier and its answer is due.',
  },
  'additional-information-provided': {
    label: 'Additional information provided',
    status: 'in-progress',
    turn: 'team-or-carrier',
    meaning: 'Your answer went to the carrier. Now it is its turn.',
  },
  'tentative-order-acceptance': {
    label: 'Tentative order acceptance',
    status: 'in-progress',
    turn: 'team-or-carrier',
    meaning: 'A date exists but waits for another order, so it may still move. Do not assign yet.',
  },
  accepted: {
    label: 'Accepted',
    status: 'in-progress',
    turn: 'porting-team',
    meaning:
      'The losing side accepted the toll-free order. It has not ported, yet its numbers may be assigned.',
    only: 'toll-free',
  },
  'firm-order-confirmation': {
    label: 'Firm order confirmation',
    status: 'scheduled',
    turn: 'the-day',
    meaning: 'The losing carrier agreed to the date. The numbers may be assigned.',
    only: 'local',
    needsFoc: true,
  },
  confirmed: {
    label: 'Confirmed',
    status: 'confirmed',
    turn: 'porting-team',
    meaning: 'The date is agreed; something is still open before it is scheduled.',
    needsFoc: true,
  },
  completed: { label: 'Completed', status: 'completed', turn: 'nobody', meaning: 'The port is done.' },
  cancelled: {
    label: 'Cancelled',
    status: 'cancelled',
    turn: 'nobody',
    meaning: 'The order was stopped; its numbers stayed where they were.',
  },
  'closed-as-incomplete': {
    label: 'Closed as incomplete',
    status: 'cancelled',
    turn: 'nobody',
    meaning: 'What we asked for never came, so the order was closed.',
  },
};

/** The status that a detailed status stands for. The one place of this derivation; SQL's `port_status` is tested against it. */
export function statusOf(detailed: DetailedStatus): Status {
  return DETAILED_FACTS[detailed].status;
}

/** Detailed statuses that stand under a status, in the order of a port's life. */
export function detailedStatusesOf(status: Status): DetailedStatus[] {
  return DETAILED_STATUSES.filter((detailed) => statusOf(detailed) === status);
}

/** Open: neither completed nor cancelled. */
export function isOpen(detailed: DetailedStatus): boolean {
  const status = statusOf(detailed);
  return status !== 'completed' && status !== 'cancelled';
}

/** Reads a status as people write it, in any case, with blanks or dashes, Canceled or Cancelled; null when it is none. */
export function parseStatus(text: string): Status | null {
  const key = slug(text).replace(/^canceled$/, 'cancelled');
  return STATUSES.find((status) => status === key) ?? null;
}

/** Reads a detailed status as people write it (see parseStatus); null when it is none. */
export function parseDetailedStatus(text: string): DetailedStatus | null {
  const key = slug(text).replace(/^canceled$/, 'cancelled');
  return DETAILED_STATUSES.find((detailed) => detailed === key) ?? null;
}

function slug(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}
