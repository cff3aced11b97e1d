import { listOrders } from '#data/orders/queue/list-orders.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { QUEUE_ORDER } from '#domain/order-queue.ts';
import type { Verb } from './verbs.ts';

const FILTER = {
  statuses: [],
  detailed: [],
  accountId: null,
  type: null,
  dates: null,
  age: null,
  text: null,
} as const;
const DAY = { today: '2026-11-24' as CalendarDate, holidays: new Map() };

/** The desk's list. */
export const QUEUE_VERBS: Record<string, Verb> = {
  'orders/queue/list-orders.ts listOrders': {
    call: (viewer, { partner }) => {
      const filter = { ...FILTER, tab: 'all', partner: partner.slug } as const;
      return listOrders(viewer, { filter, sort: QUEUE_ORDER, position: null }, DAY);
    },
    marks: ({ marks }) => marks,
    outcomes: {
      "the partner's own user": 'not found',
      "another partner's user": 'not found',
      'an end user of the account': 'not found',
      'an end user of another account': 'not found',
      'an end user of another partner': 'not found',
      'a porting agent': 'sees',
      'a porting lead': 'sees',
    },
  },
};
