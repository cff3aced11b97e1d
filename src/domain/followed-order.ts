import type { CalendarDate } from './calendar-date.ts';
import type { ClockTime } from './clock-time.ts';
import { formatPortingDay, formatPortingMoment } from './porting-day.ts';
import type { RejectTurn } from './reject-reason.ts';
import { type DetailedStatus, isOpen, type NumberType } from './status.ts';

/** What an end user may know of orders that share one fate. */
export type FollowedOrder = {
  type: NumberType;
  detailedStatus: DetailedStatus;
  estimatedOn: CalendarDate | null;
  focOn: CalendarDate | null;
  focTime: ClockTime | null;
  approvedOn: CalendarDate | null;
  rejectReason: string | null;
};

/** One of the common reasons of carriers, as an end user needs it: what to do about it, and whose turn that makes it. */
export type KnownReason = { nextStep: string; turn: RejectTurn };

/** The stations of a port as somebody who waits for it sees them. */
export const STATIONS = ['Papers', 'Current carrier', 'Date agreed', 'Moved'] as const;

const WHERE: Record<DetailedStatus, { station: number | null; sentence: string }> = {
  'waiting-for-loa': {
    station: 0,
    sentence: 'It cannot begin yet: the signed letter of authorization is missing.',
  },
  'received-loa': { station: 0, sentence: 'The papers have arrived and are being looked through.' },
  reviewed: { station: 0, sentence: 'The papers are in order. Your current carrier gets the order next.' },
  submitted: { station: 1, sentence: 'Your current carrier has the order.' },
  'pending-carrier-response': {
    station: 1,
    sentence: 'Your current carrier has the order, and its answer is due.',
  },
  'additional-info-required': {
    station: 1,
    sentence: 'It stands still until a question about it is answered.',
  },
  rejected: { station: 1, sentence: 'Your current carrier did not accept the order as it was sent.' },
  'additional-information-provided': {
    station: 1,
    sentence: 'What was missing has gone to your current carrier, and its answer is due.',
  },
  'tentative-order-acceptance': {
    station: 1,
    sentence: 'A date is in view, but it depends on another order. Do not count on it yet.',
  },
  accepted: {
    station: 2,
    sentence: 'Your current carrier agreed to let go of the toll-free numbers. They have not moved yet.',
  },
  'firm-order-confirmation': { station: 2, sentence: 'The date is agreed. All that is left is the day.' },
  confirmed: { station: 2, sentence: 'The date is agreed, and one thing is still open on our side.' },
  completed: { station: 3, sentence: 'The numbers have moved and work with your new service.' },
  cancelled: { station: null, sentence: 'It was stopped. The numbers stayed where they were.' },
  'closed-as-incomplete': {
    station: null,
    sentence:
      'It was closed, because something that was asked for never came. The numbers stayed where they were.',
  },
};

/** Where an order stands, in a sentence for whoever waits for it. */
export function whereItIs(detailed: DetailedStatus): string {
  return WHERE[detailed].sentence;
}

/** Which of the STATIONS an order has reached; null when it was stopped. */
export function stationOf(detailed: DetailedStatus): number | null {
  return WHERE[detailed].station;
}

/**
 * What an end user will be asked for, by its provider: it never deals with the porting team itself. Null when nothing is
 * needed from it. `known` is what the list of common reasons says of the reject reason.
 */
export function neededFromEndUser(detailed: DetailedStatus, known: KnownReason | null): string | null {
  switch (detailed) {
    case 'waiting-for-loa':
      return 'Your provider will ask you to sign a letter of authorization, which says that these numbers may move.';
    case 'additional-info-required':
      return 'Your provider will ask you for what is missing. The sooner it is there, the sooner this goes on.';
    case 'rejected':
      if (known === null) return 'Your provider will ask you for what the carrier needs to accept it.';
      if (known.turn !== 'partner') return null;
      return `Your provider will ask you for this: ${known.nextStep.replace(/\bLOA\b/, 'letter of authorization')}`;
    default:
      return null;
  }
}

/** A date as an end user reads it: what it is, when that is, with its zone, and what can be built on it. */
export type FollowedDate = { label: string; when: string; meaning: string };

/** The dates of an order that say something to who waits for it; of a stopped order none. */
export function followedDates(order: FollowedOrder, today: CalendarDate): FollowedDate[] {
  const { detailedStatus, estimatedOn, focOn, focTime, approvedOn } = order;
  if (detailedStatus === 'completed') {
    if (focOn === null) return [];
    const when = formatPortingMoment(focOn, focTime);
    return [{ label: 'Moved', when, meaning: 'The day and time that were agreed with your old carrier.' }];
  }
  if (!isOpen(detailedStatus)) return [];
  const dates: FollowedDate[] = [];
  if (approvedOn !== null) {
    dates.push({
      label: 'Accepted',
      when: formatPortingDay(approvedOn),
      meaning: 'The day your current carrier agreed. The numbers move some days later.',
    });
  }
  if (focOn !== null) {
    dates.push({
      label: 'Confirmed date',
      when: formatPortingMoment(focOn, focTime),
      meaning:
        'Agreed with your current carrier. It may take an hour after that time. Keep your old service until then.',
    });
  } else if (estimatedOn !== null) {
    dates.push({
      label: 'Estimated date',
      when: formatPortingDay(estimatedOn),
      meaning:
        estimatedOn < today
          ? 'This day passed before your current carrier agreed to it. Another one follows.'
          : 'Asked of your current carrier, which has not agreed yet. It may still move.',
    });
  }
  return dates;
}

/** Words as account numbers, PINs and case numbers are written: figures, with letters and marks among them. */
const WORDS = /[\p{L}\d]+(?:[./#-][\p{L}\d]+)*/gu;
const APART = /\d+(?:[\s()./#-]{1,2}\d+)+/g;
const ADDRESSES = /(?<!\S)(?:[^\s@]+@\S+|https?:\/\/\S+)/gi;
const HIDDEN = '•••';

/**
 * A reject reason for an end user's eyes: as the carrier worded it, without what could be an account number, a PIN, a
 * case number or an address. Source: an end user sees nothing of carriers' account numbers.
 */
export function withoutIdentifiers(reason: string): string {
  return reason
    .replace(ADDRESSES, HIDDEN)
    .replace(APART, (figures) => (count(figures, /\d/g) >= 3 ? HIDDEN : figures))
    .replace(WORDS, (word) => (isIdentifier(word) ? HIDDEN : word));
}

function isIdentifier(word: string): boolean {
  const digits = count(word, /\d/g);
  return digits >= 3 || (digits >= 2 && count(word, /\p{L}/gu) >= 2);
}

function count(text: string, what: RegExp): number {
  return text.match(what)?.length ?? 0;
}
