import type { Priority } from '#domain/priority.ts';
import { DETAILED_FACTS, type DetailedStatus, type NumberType } from '#domain/status.ts';
import { insert } from './owner.ts';
import { next, word } from './unique.ts';

export type Partner = { id: number; slug: string; name: string };
export type Account = { partner: Partner; id: string; username: string | null; company: string | null };
export type Request = { account: Account; id: string; caseNumber: string | null };
export type Order = { request: Request; id: number; type: NumberType; phones: string[] };
export type OrderFacts = {
  type: NumberType;
  detailedStatus: DetailedStatus;
  priority: Priority;
  submittedOn: string | null;
  estimatedOn: string | null;
  focOn: string | null;
  focTime: string | null;
  createdOn: string | null;
  requestedOn: string | null;
  approvedOn: string | null;
  location: string | null;
  coordinator: string | null;
  rejectReason: string | null;
};

/** A partner that no other test knows: the first thing that a test makes. */
export async function makePartner(given: { slug?: string; name?: string } = {}): Promise<Partner> {
  const n = next();
  const { slug = `partner-${n}-${word()}`, name = `Partner ${n}` } = given;
  const { id } = await insert<{ id: number }>('partner', { slug, name });
  return { id, slug, name };
}

export async function makeAccount(
  given: { partner?: Partner; id?: string; username?: string | null; company?: string | null } = {},
): Promise<Account> {
  const n = next();
  const partner = given.partner ?? (await makePartner());
  const { id = String(40_000 + n), username = `account${n}`, company = `Company ${n} Ltd` } = given;
  await insert('account', { partner_id: partner.id, id, username, company_name: company });
  return { partner, id, username, company };
}

export async function makeRequest(
  given: { account?: Account; partner?: Partner; id?: string; caseNumber?: string | null } = {},
): Promise<Request> {
  const n = next();
  const account = given.account ?? (await makeAccount({ partner: given.partner }));
  const { id = String(700_000 + n), caseNumber = String(90_000 + n) } = given;
  await insert('port_request', {
    partner_id: account.partner.id,
    id,
    account_id: account.id,
    case_number: caseNumber,
  });
  return { account, id, caseNumber };
}

/**
 * An order, a local one that is with the carrier unless told otherwise, with `numbers` telephone numbers in it. A status
 * that needs a confirmed date gets 2026-03-18 at 10:00.
 */
export async function makeOrder(
  given: Partial<OrderFacts> & {
    request?: Request;
    account?: Account;
    partner?: Partner;
    numbers?: number;
  } = {},
): Promise<Order> {
  const { request: givenRequest, account, partner, numbers = 0, ...facts } = given;
  const request = givenRequest ?? (await makeRequest({ account, partner }));
  const { type = 'local', detailedStatus = 'submitted' } = facts;
  const confirmed = DETAILED_FACTS[detailedStatus].needsFoc === true;
  const { focOn = confirmed ? '2026-03-18' : null, createdOn = '2026-03-02' } = facts;
  const row = await insert<{ id: string }>('port_order', {
    partner_id: request.account.partner.id,
    request_id: request.id,
    account_id: request.account.id,
    toll_free: type === 'toll-free',
    detailed_status: detailedStatus,
    priority: facts.priority ?? 'standard',
    submitted_on: facts.submittedOn ?? null,
    estimated_on: facts.estimatedOn ?? null,
    foc_on: focOn,
    foc_time: facts.focTime === undefined && focOn !== null ? '10:00' : (facts.focTime ?? null),
    created_on: createdOn,
    requested_on: facts.requestedOn ?? null,
    approved_on: facts.approvedOn ?? null,
    location: facts.location ?? null,
    coordinator: facts.coordinator ?? null,
    reject_reason: facts.rejectReason ?? null,
  });
  const order: Order = { request, id: Number(row.id), type, phones: [] };
  for (let i = 0; i < numbers; i++) await makeNumber({ order });
  return order;
}

/** One telephone number, of an order that is made when none is given; a fictitious 555-01XX one. Returns it in E.164. */
export async function makeNumber(
  given: { order?: Order; partner?: Partner; phone?: string } = {},
): Promise<string> {
  const order = given.order ?? (await makeOrder({ partner: given.partner }));
  const phone = given.phone ?? fictitiousNumber(order.type, next());
  await insert('port_number', {
    partner_id: order.request.account.partner.id,
    request_id: order.request.id,
    phone,
    order_id: order.id,
  });
  order.phones.push(phone);
  return phone;
}

const AREA_CODES = {
  local: ['212', '303', '415', '617', '702', '808'],
  'toll-free': ['800', '833', '844', '888'],
};

function fictitiousNumber(type: NumberType, n: number): string {
  const areas = AREA_CODES[type];
  const area = areas[Math.floor(n / 100) % areas.length];
  return `+1${area}55501${String(n % 100).padStart(2, '0')}`;
}
