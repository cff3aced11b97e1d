import { type PhoneNumber, parsePhoneNumber } from '#domain/phone-number.ts';

export const DESK_PATH = '/desk';
export const ORDERS_PATH = '/desk/orders';

/** Which of an order's events are shown. */
export const HISTORY_KINDS = ['all', 'changes', 'notes'] as const;
export type HistoryKind = (typeof HISTORY_KINDS)[number];

/** What the address of an order's page asks for. */
export type OrderUrl = {
  orderId: number;
  /** The address of the queue that it was opened from. */
  from: string | null;
  history: HistoryKind;
  /** The number whose history is shown, across splits. */
  phone: PhoneNumber | null;
  /** Events older than this one are shown; null begins with the newest. */
  before: number | null;
};

type Params = Record<string, string | string[] | undefined>;

const ID = /^[1-9]\d{0,14}$/;

/** Reads the address of an order's page; null when its last part cannot be an order. What else cannot be read is left out. */
export function parseOrderUrl(id: string, params: Params): OrderUrl | null {
  if (!ID.test(id)) return null;
  const kind = first(params.history);
  const before = first(params.before);
  return {
    orderId: Number(id),
    from: queueAddress(first(params.from)),
    history: HISTORY_KINDS.find((one) => one === kind) ?? 'all',
    phone: parsePhoneNumber(first(params.number) ?? ''),
    before: before && ID.test(before) ? Number(before) : null,
  };
}

/** The address of an order's page. */
export function orderUrl(url: Pick<OrderUrl, 'orderId'> & Partial<OrderUrl>): string {
  const params = new URLSearchParams();
  if (url.from) params.set('from', url.from);
  if (url.history && url.history !== 'all') params.set('history', url.history);
  if (url.phone) params.set('number', url.phone.slice(2));
  if (url.before) params.set('before', String(url.before));
  const query = params.toString();
  return `${ORDERS_PATH}/${url.orderId}${query && `?${query}`}`;
}

/** Only the queue can be gone back to, so that an address cannot lead elsewhere. */
function queueAddress(text: string | undefined): string | null {
  if (text === undefined) return null;
  return text === DESK_PATH || text.startsWith(`${DESK_PATH}?`) ? text : null;
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
