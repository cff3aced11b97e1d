import { findPlace } from '#data/orders/queue/find-place.ts';
import type { CalendarDate } from '#domain/calendar-date.ts';
import { QUEUE_ORDER } from '#domain/order-queue.ts';
import { NO_FILTER } from '#features/desk/queue/url.ts';
import type { Verb } from './verbs.ts';

const DAY = { today: '2026-11-24' as CalendarDate, holidays: new Map() };

/** Where an order stands in the desk's list. */
export const PLACE_VERBS: Record<string, Verb> = {
  'orders/queue/find-place.ts findPlace': {
    call: (viewer, { order, partner }) => {
      const filter = { ...NO_FILTER, tab: 'all', partner: partner.slug } as const;
      return findPlace(viewer, order.id, { filter, sort: QUEUE_ORDER }, DAY);
    },
    marks: ({ marks }) => marks,
    outcomes: {
      "the partner's own user": 'not found',
      "another partner's user": 'not found',
      'an end user of the account': 'not found',
      'an end user of another account': 'not found',
      'an end user of another partner': 'not found',
      'a porting agent': 'may',
      'a porting lead': 'may',
    },
  },
};
