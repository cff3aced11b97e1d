import { randomInt } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { nextBusinessDay } from '#domain/business-days.ts';
import { addDays, type CalendarDate } from '#domain/calendar-date.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { orderUrl } from '#features/desk/order/url.ts';
import type { Order } from '../../tests/support/factories.ts';
import { asOwner } from '../../tests/support/owner.ts';
import { expect } from './test.ts';

/** Opens an order's page and waits until it is alive. */
export async function openOrder(page: Page, order: Order, from?: string): Promise<void> {
  await page.goto(orderUrl({ orderId: order.id, from }));
  await alive(page);
}

/** The page answers to keys and presses: menus come along after hydration. */
export async function alive(page: Page): Promise<void> {
  await expect(page.locator('[data-alive]').first()).toBeAttached();
}

/** What the page of an order is made of. */
export function orderOf(page: Page) {
  const move = page.getByRole('form', { name: /^(Move|Correct) to$/ });
  return {
    move,
    target: (name: string) => move.getByRole('radio', { name, exact: true }),
    submit: move.getByRole('button', { name: /^(Move to|Correct to|Set the new)/ }),
    facts: page.getByRole('region', { name: /^(Order|Edit the order)$/ }),
    numbers: page.getByRole('region', { name: /^Numbers/ }),
    chosen: page.getByRole('region', { name: 'Chosen numbers' }),
    request: page.getByRole('region', { name: /^Request/ }),
    history: page.getByRole('region', { name: /^History/ }),
    events: page.getByRole('region', { name: /^History/ }).getByRole('listitem'),
    conflict: page.getByRole('region', { name: /changed order/ }),
    undo: page.getByRole('button', { name: /^Undo/ }),
  };
}

/** The value of a field of the order, by its name. */
export function factOf(page: Page, term: string): Locator {
  return orderOf(page)
    .facts.locator('dl > div')
    .filter({ has: page.getByText(term, { exact: true }) })
    .locator('dd');
}

/** A day on which carriers port, so many days ahead at least. */
export async function portingDay(daysAhead: number): Promise<CalendarDate> {
  const rows = await asOwner<{ day: string; name: string }>(`SELECT day::text, name FROM holiday`);
  const holidays = new Map(rows.map(({ day, name }) => [day as CalendarDate, name]));
  return nextBusinessDay(addDays(pacificDate(new Date()), daysAhead), holidays);
}

/** The next Saturday, on which they do not. */
export function nextSaturday(): CalendarDate {
  let day = addDays(pacificDate(new Date()), 1);
  while (new Date(`${day}T00:00:00Z`).getUTCDay() !== 6) day = addDays(day, 1);
  return day;
}

/** A fictitious number that hardly any other order has: in an area code of a test's own. */
export function uncommonNumber(area = `${randomInt(2, 8)}${randomInt(0, 9)}${randomInt(2, 10)}`): string {
  return `+1${area}55501${String(randomInt(0, 100)).padStart(2, '0')}`;
}
