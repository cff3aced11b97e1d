import { type PhoneNumber, parsePhoneNumber } from '#domain/phone-number.ts';

/** A row of a partner's report: one number of one request. */
export type RowRef = { requestId: string; phone: PhoneNumber };

/** A row as it stands in an address: `512353-4155550140`. */
export function rowAddress({ requestId, phone }: RowRef): string {
  return `${requestId}-${phone.replace(/^\+1/, '')}`;
}

/** Reads a row out of an address; null when it is none. A request ID may have dashes in it. */
export function parseRowAddress(text: string): RowRef | null {
  const [, requestId, digits] = /^(.{1,100})-(\d{10})$/.exec(text.trim()) ?? [];
  const phone = parsePhoneNumber(digits ?? '');
  return requestId && phone && !text.includes('\0') ? { requestId, phone } : null;
}

/** Whether two are the same row. */
export function isSameRow(a: RowRef | null, b: RowRef | null): boolean {
  return a?.requestId === b?.requestId && a?.phone === b?.phone;
}
