import { formatPhoneNumber, type PhoneNumber } from './phone-number.ts';
import { DETAILED_FACTS, type DetailedStatus, STATUS_FACTS, statusOf } from './status.ts';

/** What a mail about an order says of it. */
export type CaseFacts = {
  caseNumber: string | null;
  requestId: string;
  company: string | null;
  accountId: string;
  detailedStatus: DetailedStatus;
  /** The one that it is about first; `numbers` says how many the order holds. */
  phones: readonly PhoneNumber[];
  numbers: number;
};

/** Numbers that a mail names; mail programs cut an address of more than some 2,000 characters. */
const NAMED = 20;

/** `Case 4012345, request 512353`: what both sides file it under. */
export function caseSubject({ caseNumber, requestId }: Pick<CaseFacts, 'caseNumber' | 'requestId'>): string {
  return oneLine(caseNumber ? `Case ${caseNumber}, request ${requestId}` : `Request ${requestId}`);
}

/** What the mail is about, as lines: account, numbers, status. */
export function caseLines(facts: CaseFacts): string[] {
  const { company, accountId, detailedStatus, phones, numbers } = facts;
  const named = phones.slice(0, NAMED).map(formatPhoneNumber);
  const more = numbers - named.length;
  const status = STATUS_FACTS[statusOf(detailedStatus)].label;
  const detailed = DETAILED_FACTS[detailedStatus].label;
  return [
    `Account: ${oneLine([company, accountId].filter(Boolean).join(', '))}`,
    `Numbers: ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    `Status: ${status === detailed ? status : `${status}, ${detailed}`}`,
  ];
}

/** An address that opens the reader's mail program with a mail to the porting team, to be written on at its top. */
export function caseMailto(to: string, facts: CaseFacts): string {
  const body = ['', '', '--', caseSubject(facts), ...caseLines(facts)].join('\r\n');
  return `mailto:${encodeURIComponent(to).replace('%40', '@')}?subject=${encodeURIComponent(caseSubject(facts))}&body=${encodeURIComponent(body)}`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
