import { counted } from '#domain/counted.ts';
import { numberType, type PhoneNumber } from '#domain/phone-number.ts';

/** A request as it is being typed. */
export type RequestDraft = {
  partner: string;
  account: string;
  requestId: string;
  caseNumber: string;
  detailedStatus: 'waiting-for-loa' | 'received-loa';
  list: string;
  note: string;
};

export type DraftProblem = { field: string; because: string };

/** What is missing of a request before it can be made. */
export function missingOf(draft: RequestDraft, good: readonly PhoneNumber[]): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (draft.partner === '') problems.push({ field: 'partner', because: 'Choose the partner.' });
  if (draft.account.trim() === '') problems.push({ field: 'accountId', because: 'Choose the account.' });
  if (!/^\d{0,18}$/.test(draft.requestId.trim()))
    problems.push({ field: 'requestId', because: 'A request ID has digits alone, 18 at most.' });
  if (good.length === 0)
    problems.push({ field: 'list', because: 'Paste at least one number that can be ported.' });
  return problems;
}

/** Which orders the numbers become: `12 local numbers and 3 toll-free numbers, an order each`. */
export function ordersInWords(good: readonly PhoneNumber[]): string {
  const tollFree = good.filter((phone) => numberType(phone) === 'toll-free').length;
  const local = good.length - tollFree;
  if (tollFree === 0) return `${counted(local, 'local number')}, one order`;
  if (local === 0) return `${counted(tollFree, 'toll-free number')}, one order`;
  return `${counted(local, 'local number')} and ${counted(tollFree, 'toll-free number')}, an order each`;
}
