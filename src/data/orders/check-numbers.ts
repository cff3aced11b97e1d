import { demand } from '#domain/permissions.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { type Holder, holdersOf } from './engine/phones.ts';
import { STAFF } from './engine/staff.ts';

/** Which of these numbers (E.164) are on an open order, of whatever partner, and on which. */
export async function checkNumbers(viewer: Viewer, phones: readonly PhoneNumber[]): Promise<Holder[]> {
  demand(viewer, 'desk.read');
  return readIn(STAFF, (query) => holdersOf(query, phones, null));
}
