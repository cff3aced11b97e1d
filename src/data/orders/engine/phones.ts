import { formatPhoneNumber, numberType, type PhoneNumber, parsePhoneNumber } from '#domain/phone-number.ts';
import { DETAILED_FACTS, type DetailedStatus, type NumberType } from '#domain/status.ts';
import type { Query } from '../../tenant.ts';

/** Most problems that are told one by one. */
const TOLD = 200;

/** What is in the way, number by number, as sentences. */
export type Refusals = string[];

/** Reads numbers in any format. What is none, or stands twice, is refused by name. */
export function readPhones(texts: readonly string[]): { phones: PhoneNumber[]; refusals: Refusals } {
  const phones = new Set<PhoneNumber>();
  const refusals: Refusals = [];
  for (const text of texts) {
    const phone = parsePhoneNumber(text);
    if (phone === null) refusals.push(`"${text.trim().slice(0, 40)}" is no North American telephone number.`);
    else if (phones.has(phone)) refusals.push(`${formatPhoneNumber(phone)} is in the list twice.`);
    else phones.add(phone);
  }
  if (texts.length === 0) refusals.push('Give at least one number.');
  return { phones: [...phones], refusals };
}

/** Those that are of the other type than an order, by name: local and toll-free never mix. */
export function ofOtherType(phones: readonly PhoneNumber[], type: NumberType): Refusals {
  return phones
    .filter((phone) => numberType(phone) !== type)
    .map((phone) => `${formatPhoneNumber(phone)} is ${numberType(phone)}, the order is ${type}.`);
}

/** Problems with a list, at most 200 by name. */
export function problemsOf<Field extends string>(
  field: Field,
  refusals: Refusals,
): { field: Field; because: string }[] {
  const told = refusals.slice(0, TOLD).map((because) => ({ field, because }));
  const more = refusals.length - told.length;
  return more === 0 ? told : [...told, { field, because: `And ${more} more.` }];
}

const PHONE_LOCK = 74_700_302;
const BUCKETS = 1_024;

/**
 * Keeps everybody else from giving these numbers to an order until the transaction ends. A lock is shared by numbers whose
 * last digits are alike, so that however many there are, the database holds few; always taken in the same order.
 */
export async function lockPhones(query: Query, phones: readonly PhoneNumber[]): Promise<void> {
  await query(
    `SELECT pg_advisory_xact_lock($1, bucket)
     FROM (SELECT DISTINCT (right(phone, 10)::bigint % ${BUCKETS})::integer AS bucket FROM unnest($2::text[]) AS phone
       ORDER BY bucket) buckets`,
    [PHONE_LOCK, phones],
  );
}

/** An order that holds a number: one that is open, of whatever partner, or any of the same request. */
export type Holder = {
  phone: PhoneNumber;
  partnerId: number;
  orderId: number;
  requestId: string;
  partner: string;
  detailedStatus: DetailedStatus;
};

const OPEN = `o.detailed_status NOT IN ('completed', 'cancelled', 'closed-as-incomplete')`;

/** Who holds numbers already; of a request, when one is named, closed orders too: a number is in it once. */
export async function holdersOf(
  query: Query,
  phones: readonly PhoneNumber[],
  request: { partnerId: number; requestId: string } | null,
): Promise<Holder[]> {
  return query<Holder>(
    `SELECT n.phone, o.partner_id AS "partnerId", o.id AS "orderId", o.request_id AS "requestId",
       (SELECT p.name FROM partner p WHERE p.id = o.partner_id) AS partner, o.detailed_status AS "detailedStatus"
     FROM unnest($1::text[]) AS wanted (phone)
     JOIN port_number n ON n.phone = wanted.phone
     JOIN port_order o ON o.partner_id = n.partner_id AND o.id = n.order_id
     WHERE ${OPEN} OR (o.partner_id = $2 AND o.request_id = $3)
     ORDER BY n.phone, o.id`,
    [phones, request?.partnerId ?? null, request?.requestId ?? null],
  );
}

/** Those that some order holds already, by name. */
export function heldBy(holders: readonly Holder[]): Refusals {
  return holders.map(({ phone, orderId, partner, detailedStatus }) => {
    const { label } = DETAILED_FACTS[detailedStatus];
    return `${formatPhoneNumber(phone)} is on order ${orderId} of ${partner} (${label}).`;
  });
}
