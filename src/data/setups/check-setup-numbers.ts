import { demand } from '#domain/permissions.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import type { HeldPhone } from '#domain/setup.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, scopeOf } from '../tenant.ts';
import { heldPhones } from './engine/held-phones.ts';
import { partnerOf } from './engine/partner.ts';

/** Which of these numbers are on an open order already, of whatever partner. */
export async function checkSetupNumbers(
  viewer: Viewer,
  phones: readonly PhoneNumber[],
): Promise<HeldPhone[]> {
  demand(viewer, 'setups.change');
  const { partnerId } = partnerOf(viewer);
  return readIn(scopeOf(viewer, partnerId), (query) => heldPhones(query, phones));
}
