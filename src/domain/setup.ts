import { numberType, type PhoneNumber } from './phone-number.ts';
import { type NotTaken, type SortedPaste, sortPasted } from './sort-pasted.ts';

/** The steps of setting an account up, in their order. */
export const SETUP_STEPS = ['account', 'numbers', 'review'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

export const VOICE_SERVICES_PATH = '/voice-services';
const SETUP_PATH = `${VOICE_SERVICES_PATH}/unite-setup`;
export const NEW_SETUP_PATH = `${SETUP_PATH}/new`;

/** The address of a step of a set-up. */
export function setupPath(setupId: number, step: SetupStep): string {
  return `${SETUP_PATH}/${setupId}/${step}`;
}

/** The number of a set-up as it stands in an address; null for what is none. */
export function parseSetupId(text: string): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}

/** When local numbers shall move, from the day on which all papers are there. The carrier decides the day. */
export const TIMINGS = ['1-2-weeks', '2-4-weeks'] as const;
export type Timing = (typeof TIMINGS)[number];
export const TIMING_LABELS: Record<Timing, string> = {
  '1-2-weeks': 'In 1 to 2 weeks',
  '2-4-weeks': 'In 2 to 4 weeks',
};

/** Most characters of a list in the box, and of the fields of a transfer. */
export const PASTED_LENGTH = 400_000;
export const FIELD_LENGTH = 200;
export const SECRET_LENGTH = 60;
/** Most numbers of one order of new numbers. */
export const MOST_NEW_NUMBERS = 1_000;

/**
 * A secret as it is shown: the last four of an account number that is long enough to keep the rest of it a secret, nothing
 * of a PIN.
 */
export function maskSecret(text: string, field: 'account-number' | 'pin'): string {
  return field === 'account-number' && text.length >= 8 ? `••••${text.slice(-4)}` : '••••';
}

/** A number that an open order holds: whose request, when it is the partner's own. */
export type HeldPhone = { phone: PhoneNumber; requestId: string | null };

/** Numbers that shall leave one carrier, as they were pasted. */
export type PastedTransfer = { id: number; carrier: string; pasted: string };

/**
 * Sorts the lists of all transfers of a set-up: a number is taken once, where it stands first; one that is on an open order
 * is not. Returns what came of each transfer by its id.
 */
export function sortTransfers(
  transfers: readonly PastedTransfer[],
  held: readonly HeldPhone[],
): Map<number, SortedPaste> {
  const holders = new Map(held.map(({ phone, requestId }) => [phone, requestId]));
  const elsewhere = new Map<PhoneNumber, string>();
  const sorted = new Map<number, SortedPaste>();
  for (const { id, carrier, pasted } of transfers) {
    const paste = sortPasted(pasted, (phone) => {
      const other = elsewhere.get(phone);
      if (other !== undefined) return { kind: 'twice', because: `It is in the transfer from ${other} too.` };
      const holder = holders.get(phone);
      return holder === undefined ? null : { kind: 'held', because: heldBecause(holder) };
    });
    for (const phone of paste.good) elsewhere.set(phone, carrier.trim() || 'another carrier');
    sorted.set(id, paste);
  }
  return sorted;
}

function heldBecause(requestId: string | null): string {
  return requestId === null
    ? 'It is on an open order with us already. Ask the porting team if that is a surprise.'
    : `It is on an open order of your request ${requestId} already.`;
}

/** What of a list is kept to be mended after the rest of it was submitted; what is there twice needs no mending. */
export function leftOver(notTaken: readonly NotTaken[]): string {
  const kept = notTaken.filter(({ kind }) => kind !== 'twice').map(({ text }) => text);
  return [...new Set(kept)].join('\n');
}

/** What a carrier asks for before it lets numbers go. `hasAccountNumber`: it is there, encrypted. */
export type TransferFacts = {
  carrier: string;
  hasAccountNumber: boolean;
  serviceAddress: string | null;
  authorisedName: string | null;
  timing: Timing | null;
};

export type TransferField =
  | 'carrier'
  | 'accountNumber'
  | 'serviceAddress'
  | 'authorisedName'
  | 'timing'
  | 'pasted';
export type TransferProblem = { field: TransferField; because: string };

/** What is missing of a transfer before it can be submitted. */
export function missingOf(facts: TransferFacts, good: readonly PhoneNumber[]): TransferProblem[] {
  const problems: TransferProblem[] = [];
  const need = (there: boolean, field: TransferField, because: string) => {
    if (!there) problems.push({ field, because });
  };
  need(good.length > 0, 'pasted', 'Paste at least one number that can be moved.');
  need(facts.carrier.trim() !== '', 'carrier', 'Name the carrier that has the numbers now.');
  need(
    facts.hasAccountNumber,
    'accountNumber',
    'Give the account number that the carrier knows the customer by.',
  );
  need(
    Boolean(facts.serviceAddress?.trim()),
    'serviceAddress',
    'Give the address where the service is used.',
  );
  need(Boolean(facts.authorisedName?.trim()), 'authorisedName', 'Name who may sign for the account.');
  const local = good.some((phone) => numberType(phone) === 'local');
  need(!local || facts.timing !== null, 'timing', 'Choose when the local numbers shall move.');
  return problems;
}

/** Whether nothing has been given of a transfer yet: it is left alone when the others are submitted. */
export function isBlank(
  transfer: TransferFacts & { pasted: string; hasPin: boolean; documents: number },
): boolean {
  const { carrier, hasAccountNumber, serviceAddress, authorisedName, pasted, hasPin, documents } = transfer;
  const texts = [carrier, serviceAddress ?? '', authorisedName ?? '', pasted];
  return texts.every((text) => text.trim() === '') && !hasAccountNumber && !hasPin && documents === 0;
}

/** Why the carriers of several transfers cannot stand as they are: a request holds all numbers of one carrier account. */
export function sameCarrier(transfers: readonly { id: number; carrier: string }[]): Map<number, string> {
  const named = Map.groupBy(transfers, ({ carrier }) => carrier.trim().toLowerCase());
  const problems = new Map<number, string>();
  for (const [name, [, ...again]] of named) {
    if (name === '') continue;
    for (const { id, carrier } of again) {
      problems.set(
        id,
        `Another transfer is from ${carrier.trim()} too. Put the numbers of one account together; tell two accounts apart by name, as in "${carrier.trim()}, account 2".`,
      );
    }
  }
  return problems;
}
