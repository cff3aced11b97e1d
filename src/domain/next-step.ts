import type { RejectTurn } from './reject-reason.ts';
import { DETAILED_FACTS, type DetailedStatus, type NumberType, type Turn } from './status.ts';

/** What an order asks of its partner now, and what comes after that; in our own plain words. */
export type NextStep = {
  /** What the detailed status means just now. */
  meaning: string;
  /** What to do, or that there is nothing to do. */
  todo: string;
  /** What happens then; null where nothing does. */
  after: string | null;
  /** Whether something is asked of the partner. */
  asks: boolean;
};

/** Whose words they are: the partner's own page, or the porting team's view of it. */
export type Reader = 'partner' | 'porting-team';

/** What is known of a reject reason that is on the list of common ones. */
export type ReasonFacts = { nextStep: string; turn: RejectTurn };

/**
 * Whose turn it is, as a heading. A rejection that the partner can do nothing about is not the partner's turn; nor is an
 * answer the carrier's that the porting team has still to read (`replied`).
 */
export function turnWords(
  detailed: DetailedStatus,
  { reader, reason, replied }: { reader: Reader; reason: ReasonFacts | null; replied: boolean },
): string {
  if (detailed === 'additional-information-provided' && replied)
    return TURNS['porting-team'](reader, detailed);
  if (detailed === 'rejected' && reason && reason.turn !== 'partner')
    return reason.turn === 'carrier' ? 'It is the carrier’s turn' : 'It is the porting team’s turn';
  return TURNS[DETAILED_FACTS[detailed].turn](reader, detailed);
}

const TURNS: Record<Turn, (reader: Reader, detailed: DetailedStatus) => string> = {
  partner: (reader) => (reader === 'partner' ? 'It is your turn' : 'It is the partner’s turn'),
  'porting-team': () => 'It is the porting team’s turn',
  'team-or-carrier': (_, detailed) =>
    detailed === 'tentative-order-acceptance' ? 'It waits for another order' : 'It is the carrier’s turn',
  'the-day': () => 'All is set for the day',
  nobody: (_, detailed) => (detailed === 'completed' ? 'It has ported' : 'It was stopped'),
};

/**
 * What is needed next. `replied`: the porting team has still to read what the partner wrote.
 * Sources: the detailed statuses and their meaning; what a reject reason asks for.
 */
export function nextStep(
  order: { detailedStatus: DetailedStatus; type: NumberType },
  reason: ReasonFacts | null,
  replied = false,
): NextStep {
  const { detailedStatus } = order;
  if (detailedStatus === 'additional-information-provided' && replied) return ANSWER_UNREAD;
  return { meaning: DETAILED_FACTS[detailedStatus].meaning, ...stepOf(order, reason) };
}

function stepOf(
  { detailedStatus, type }: { detailedStatus: DetailedStatus; type: NumberType },
  reason: ReasonFacts | null,
): Step {
  if (detailedStatus === 'rejected' && reason) {
    return { todo: reason.nextStep, after: AFTER_REJECT[reason.turn], asks: reason.turn === 'partner' };
  }
  return type === 'toll-free' ? (TOLL_FREE[detailedStatus] ?? STEPS[detailedStatus]) : STEPS[detailedStatus];
}

type Step = Omit<NextStep, 'meaning'>;

const NOTHING = 'Nothing is needed from you.';

const AFTER_REJECT: Record<RejectTurn, string> = {
  partner: 'We send the order to the carrier again with your answer.',
  'porting-team': 'The order goes on as soon as that is settled.',
  carrier: 'We send the order again and tell you the new date.',
};

const ANSWER_UNREAD: NextStep = {
  meaning: 'Your answer is with the porting team.',
  ...rests('We check it and send it to the carrier, which takes the order up again.'),
};

const STEPS: Record<DetailedStatus, Step> = {
  'waiting-for-loa': asks(
    'Send the letter of authorization (LOA), signed by whom the current carrier lists, with a recent bill.',
    'We check the papers and send the order to the losing carrier.',
  ),
  'additional-info-required': asks(
    'Answer what we asked for in the case, here or by email.',
    'We check your answer and go on with the order.',
  ),
  rejected: asks(
    'Answer the reject reason: send what the carrier misses, or tell us what is right.',
    'We send the order to the carrier again with your answer.',
  ),
  'received-loa': rests('We check the papers. If one is missing, we ask you for it.'),
  reviewed: rests('We send the order to the losing carrier.'),
  submitted: rests('The losing carrier looks at the order: it agrees to a date, or refuses with a reason.'),
  'pending-carrier-response': rests(
    'The carrier’s answer is due: a date, or a reason why not. We enter it as soon as it is here.',
  ),
  'additional-information-provided': rests('The carrier takes the order up again with what you sent.'),
  'tentative-order-acceptance': {
    todo: 'Do not assign the number yet: its date can still move.',
    after: 'Once the other order has its date, this one is confirmed.',
    asks: false,
  },
  accepted: {
    todo: 'You can assign the number to a user now.',
    after: 'The losing side releases the number. It is Completed once it is ours to serve.',
    asks: false,
  },
  'firm-order-confirmation': {
    todo: 'You can assign the number to a user now. Keep the old service until it has ported.',
    after: 'It ports on its date. It shows as Completed up to an hour after its time.',
    asks: false,
  },
  confirmed: {
    todo: 'You can assign the number to a user now. Keep the old service until it has ported.',
    after: 'We settle what is still open on our side; then it is Scheduled.',
    asks: false,
  },
  completed: {
    todo: 'Nothing: the number is ours to serve. Once all numbers of the account have ported, its old service can go.',
    after: null,
    asks: false,
  },
  cancelled: {
    todo: 'Nothing: the number stays where it was. To port it after all, submit a new request.',
    after: null,
    asks: false,
  },
  'closed-as-incomplete': {
    todo: 'To port the number after all, submit a new request with what was missing.',
    after: null,
    asks: false,
  },
};

const TOLL_FREE: Partial<Record<DetailedStatus, Step>> = {
  submitted: rests('The losing side looks at the order: it accepts it, or refuses with a reason.'),
  'pending-carrier-response': rests(
    'The losing side’s answer is due: that it accepts, or a reason why not. We enter it as soon as it is here.',
  ),
  'tentative-order-acceptance': {
    todo: 'Do not assign the number yet: it waits for another order.',
    after: 'Once that one is settled, this one is accepted.',
    asks: false,
  },
};

function asks(todo: string, after: string): Step {
  return { todo, after, asks: true };
}

function rests(after: string): Step {
  return { todo: NOTHING, after, asks: false };
}
