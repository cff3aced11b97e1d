import { orderNumbers } from '#data/setups/order-numbers.ts';
import { readSetup } from '#data/setups/read-setup.ts';
import { saveTransfer, type TransferChange } from '#data/setups/save-transfer.ts';
import { startSetup } from '#data/setups/start-setup.ts';
import { type SetupSubmitted, submitSetup } from '#data/setups/submit-setup.ts';
import { parsePastedNumbers } from '#domain/pasted-numbers.ts';
import { sortTransfers } from '#domain/setup.ts';
import type { Viewer } from '#domain/viewer.ts';
import { openSecret, sealSecret } from '#server/secret-text.ts';
import { NOW } from './desk.ts';
import { makePartner, type Partner } from './factories.ts';
import { word } from './unique.ts';
import { makeUser } from './users.ts';
import { viewerOf } from './viewers.ts';

export const KEY = 'a key of the tests alone, which is long enough';

export type SetupWorld = {
  partner: Partner;
  viewer: Viewer & { name: string; userId: string };
  setupId: number;
  accountId: string;
  transferId: number;
};

/** What step 1 asks for, of a company that stands nowhere else. */
export function detailsOf(given: { company?: string; username?: string } = {}) {
  const { company = `Company ${word()}`, username = word() } = given;
  return {
    company,
    username,
    contactName: 'Ada Bright',
    contactEmail: 'ada@example.com',
    contactPhone: null,
  };
}

/** A set-up that a partner's user has begun, with its first transfer empty. */
export async function makeSetup(given: { partner?: Partner } = {}): Promise<SetupWorld> {
  const partner = given.partner ?? (await makePartner());
  const viewer = viewerOf(await makeUser({ partner })) as SetupWorld['viewer'];
  const started = await startSetup(viewer, detailsOf(), NOW);
  if (started.kind !== 'started') throw new Error('The set-up was not begun.');
  const { transfers } = await readSetup(viewer, started.id);
  return {
    ...{ partner, viewer, setupId: started.id, accountId: started.accountId },
    transferId: transfers[0]?.id ?? 0,
  };
}

/** A transfer as a carrier asks for it, with these numbers. */
export function changeOf(
  world: { partner: Partner; transferId: number },
  pasted: string,
  given: Partial<TransferChange> & { secret?: string; secretPin?: string } = {},
): TransferChange {
  const { secret = '8834221097', secretPin, ...change } = given;
  const place = { partnerId: world.partner.id, transferId: world.transferId };
  return {
    ...{ carrier: 'Verizon', serviceAddress: '1 Main St, Raleigh NC', authorisedName: 'Ada Bright' },
    ...{
      timing: '1-2-weeks',
      pasted,
      accountNumber: sealSecret(secret, { ...place, field: 'account-number' }, KEY),
    },
    ...(secretPin && { pin: sealSecret(secretPin, { ...place, field: 'pin' }, KEY) }),
    ...change,
  };
}

/** Saves a transfer over what is there. */
export async function fill(
  world: SetupWorld,
  pasted: string,
  given: Parameters<typeof changeOf>[2] = {},
): Promise<void> {
  const { transfers } = await readSetup(world.viewer, world.setupId);
  const version = transfers.find(({ id }) => id === world.transferId)?.version ?? 0;
  const saved = await saveTransfer(
    world.viewer,
    { id: world.transferId, version, change: changeOf(world, pasted, given) },
    NOW,
  );
  if (saved.kind !== 'saved') throw new Error(`The transfer was not saved: ${saved.kind}.`);
}

/** Asks for a few new numbers with a set-up. */
export async function askFor(
  world: SetupWorld,
  quantity: number,
  areaCode: string | null = '919',
): Promise<number> {
  const order = await orderNumbers(
    world.viewer,
    {
      setupId: world.setupId,
      wanted: { tollFree: false, areaCode, city: areaCode ? null : 'Raleigh' },
      quantity,
    },
    NOW,
  );
  if (!order) throw new Error('The order was not made.');
  return order.id;
}

/** What a reviewer saw of a set-up when nothing is on an open order. */
export async function review({ viewer, setupId }: Pick<SetupWorld, 'viewer' | 'setupId'>) {
  const setup = await readSetup(viewer, setupId);
  const drafts = setup.transfers.filter(({ requestId }) => requestId === null);
  const sorted = sortTransfers(drafts, []);
  const good = new Map([...sorted].map(([id, paste]) => [id, paste.good.length]));
  return { id: setupId, version: setup.version, good };
}

/** Submits a set-up as it is now. */
export async function submitNow(world: SetupWorld, now = NOW): Promise<SetupSubmitted> {
  return submitSetup(world.viewer, await review(world), { now, reseal });
}

export const reseal: Parameters<typeof submitSetup>[2]['reseal'] = (sealed, from, transferId) =>
  sealSecret(openSecret(sealed, from, KEY), { ...from, transferId }, KEY);

/** How many numbers a text holds. */
export function numbersIn(pasted: string): number {
  return parsePastedNumbers(pasted).filter(({ phone }) => phone !== null).length;
}
