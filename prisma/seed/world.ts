import { type Holidays, nextBusinessDay } from '#domain/business-days.ts';
import { addDays, type CalendarDate } from '#domain/calendar-date.ts';
import { type ClockTime, STANDARD_PORTING_TIME } from '#domain/clock-time.ts';
import type { OrderFields } from '#domain/order-rules.ts';
import { type DetailedStatus, type NumberType, statusOf } from '#domain/status.ts';
import { COMPANIES, PARTNERS, REJECT_REASONS } from './names.ts';
import { Random } from './random.ts';

export type SeedAccount = { id: string; username: string; company: string };
export type SeedOrder = OrderFields & { phones: string[] };
export type SeedRequest = { id: string; caseNumber: string; accountId: string; orders: SeedOrder[] };
export type SeedPartner = { slug: string; name: string; accounts: SeedAccount[]; requests: SeedRequest[] };

const LOCAL_WEIGHTS: Partial<Record<DetailedStatus, number>> = {
  completed: 44,
  'firm-order-confirmation': 9,
  confirmed: 4,
  'waiting-for-loa': 4,
  'additional-info-required': 4,
  rejected: 5,
  'received-loa': 4,
  reviewed: 3,
  submitted: 6,
  'pending-carrier-response': 7,
  'additional-information-provided': 2,
  'tentative-order-acceptance': 2,
  cancelled: 4,
  'closed-as-incomplete': 2,
};
const TOLL_FREE_WEIGHTS: Partial<Record<DetailedStatus, number>> = {
  completed: 45,
  accepted: 18,
  'waiting-for-loa': 6,
  'additional-info-required': 5,
  rejected: 5,
  'received-loa': 6,
  submitted: 6,
  'pending-carrier-response': 5,
  cancelled: 4,
};
const TOLL_FREE_CODES = ['800', '833', '844', '855', '866', '877', '888'];
const LONG_AGO = 430;
/** Arranged in advance for large SIP orders. */
const AFTERNOON = '13:30' as ClockTime;

/** The demo's three partners with their accounts, requests, orders and numbers, as of `today`. The same for the same day. */
export function makeWorld(today: CalendarDate, holidays: Holidays): SeedPartner[] {
  const random = new Random(20_261);
  const tollFree = phonePool(TOLL_FREE_CODES);
  const companies = COMPANIES.map(([username, company], i) => ({
    id: String(7_000_013 + i * 13),
    username,
    company,
  }));
  let request = 512_001;
  return PARTNERS.map(({ slug, name, accounts: wanted, numbers, areaCodes }) => {
    const accounts = companies.splice(0, wanted);
    const local = phonePool(areaCodes);
    const requests: SeedRequest[] = [];
    for (let left = numbers; left > 0; ) {
      const { id: accountId } = random.pick(accounts);
      const age = requestAge(random);
      const made = makeRequest({ random, today, holidays, age, left, local, tollFree });
      left -= made.reduce((sum, order) => sum + order.phones.length, 0);
      requests.push({
        id: String(request),
        caseNumber: String(request - 512_001 + 4_012_001),
        accountId,
        orders: made,
      });
      request += 1;
    }
    return { slug, name, accounts, requests };
  });
}

type Making = {
  random: Random;
  today: CalendarDate;
  holidays: Holidays;
  age: number;
  left: number;
  local: Iterator<string>;
  tollFree: Iterator<string>;
};

function makeRequest(making: Making): SeedOrder[] {
  const { random, left } = making;
  const large = left > 130 && random.chance(0.02);
  const sizes = large
    ? [random.int(101, 126)]
    : Array.from({ length: random.chance(0.25) ? random.int(2, 3) : 1 }, () => random.int(1, 9));
  let remaining = left;
  const orders: SeedOrder[] = [];
  for (const size of sizes) {
    const count = Math.min(size, remaining);
    if (count === 0) break;
    const type: NumberType = !large && random.chance(0.13) ? 'toll-free' : 'local';
    const phones = take(type === 'local' ? making.local : making.tollFree, count);
    remaining -= phones.length;
    orders.push({ ...makeOrder(making, type, large), phones });
  }
  return orders;
}

function makeOrder({ random, today, holidays, age }: Making, type: NumberType, large: boolean): OrderFields {
  const workday = (date: CalendarDate) => nextBusinessDay(date, holidays);
  // What is done is done by today.
  const done = (date: CalendarDate) => (workday(date) > today ? date : workday(date));
  const weights = type === 'local' ? LOCAL_WEIGHTS : TOLL_FREE_WEIGHTS;
  // What began long ago has ended by now, one way or the other.
  const ended = age > 60 && random.chance(0.94);
  const drawn = ended
    ? random.weighted({ completed: 90, cancelled: 7, 'closed-as-incomplete': 3 })
    : random.weighted(weights as Record<DetailedStatus, number>);
  // Nothing ports within days of its creation.
  const detailedStatus = drawn === 'completed' && age < 8 ? 'received-loa' : drawn;
  const status = statusOf(detailedStatus);
  const createdOn = addDays(today, -age);
  const sent = !['waiting-for-loa', 'received-loa', 'reviewed', 'closed-as-incomplete'].includes(
    detailedStatus,
  );
  const dated = status === 'scheduled' || status === 'confirmed' || detailedStatus === 'completed';
  const foc = detailedStatus === 'completed' ? Math.max(1, age - random.int(10, 24)) : -random.int(0, 17);
  const focOn = type === 'local' && dated ? workday(addDays(today, -foc)) : null;
  const rejected = detailedStatus === 'rejected' || detailedStatus === 'additional-information-provided';
  return {
    type,
    detailedStatus,
    priority: type === 'local' && random.chance(0.03) ? 'expedite' : 'standard',
    submittedOn:
      sent && type === 'local' && random.chance(0.85)
        ? done(addDays(createdOn, Math.min(age, random.int(1, 6))))
        : null,
    estimatedOn: detailedStatus === 'waiting-for-loa' ? null : workday(addDays(createdOn, random.int(9, 24))),
    focOn,
    focTime: focOn ? (large ? AFTERNOON : STANDARD_PORTING_TIME) : null,
    createdOn,
    requestedOn: type === 'local' && random.chance(0.06) ? workday(addDays(createdOn, 14)) : null,
    approvedOn:
      type === 'toll-free' && (detailedStatus === 'accepted' || detailedStatus === 'completed')
        ? done(addDays(createdOn, Math.min(age, random.int(3, 8))))
        : null,
    location: large ? random.pick(['Main office', 'Warehouse', 'North campus', 'Site 2']) : null,
    coordinator: large ? random.pick(['PC D. Reyes', 'SIS team 2']) : null,
    rejectReason: rejected || random.chance(0.03) ? random.pick(REJECT_REASONS) : null,
  };
}

/** Most requests are old; a good share is of the last weeks, so that every status has numbers. */
function requestAge(random: Random): number {
  return random.chance(0.45) ? random.int(0, 30) : random.int(31, LONG_AGO);
}

/** 555-0100 to 555-0199 of each area code: the numbers set aside for fiction. */
function* phonePool(areaCodes: readonly string[]): Generator<string> {
  for (const areaCode of areaCodes) {
    for (let line = 100; line < 200; line++) yield `+1${areaCode}5550${line}`;
  }
}

function take(pool: Iterator<string>, count: number): string[] {
  const taken: string[] = [];
  while (taken.length < count) {
    const { value, done } = pool.next();
    if (done) throw new Error('The demo ran out of numbers: give the partner more area codes.');
    taken.push(value);
  }
  return taken;
}
