import { demand } from '#domain/permissions.ts';
import { formatPhoneNumber, type PhoneNumber } from '#domain/phone-number.ts';
import { leftOver, missingOf, sameCarrier, sortTransfers, type TransferProblem } from '#domain/setup.ts';
import type { SortedPaste } from '#domain/sort-pasted.ts';
import type { Viewer } from '#domain/viewer.ts';
import { lockPhones } from '../orders/engine/phones.ts';
import { type MadeRequest, makeRequest } from '../requests/engine/make-request.ts';
import { type Query, scopeOf, writeIn } from '../tenant.ts';
import { phonesOf } from './engine/entered-phones.ts';
import { heldPhones } from './engine/held-phones.ts';
import { type HeldSetup, holdSetup } from './engine/hold-setup.ts';
import { type KeepLeftOver, keepLeftOver } from './engine/keep-left-over.ts';
import { partnerOf } from './engine/partner.ts';
import { readTransfers } from './engine/read-transfers.ts';
import { factsOf, isDraft } from './engine/transfer-facts.ts';
import type { SetupTransfer } from './setup.ts';

/** What was reviewed: the set-up's version, and how many numbers of each transfer were good. */
export type ReviewedSetup = { id: number; version: number; good: ReadonlyMap<number, number> };

export type SetupProblem = { transferId: number; field: TransferProblem['field'] | 'held'; because: string };

export type SetupSubmitted =
  | {
      kind: 'submitted';
      requests: (MadeRequest & { transferId: number; carrier: string; hasLoa: boolean })[];
      numberOrders: number;
      /** Transfers that hold what is still to be mended. */
      leftOver: number;
    }
  | { kind: 'refused'; problems: SetupProblem[] }
  /** Some part of it changed since it was reviewed. */
  | { kind: 'conflict' }
  /** All of it was submitted already. */
  | { kind: 'nothing-new' };

/**
 * Submits what is new of a set-up, all or nothing: each transfer becomes a request with its local and toll-free orders, each
 * order of new numbers goes to the desk. Numbers that an open order has come to hold since the review are refused by name.
 * Entries that are no numbers stay, in a transfer of their own. Pressing twice submits once. Throws NotFound.
 */
export async function submitSetup(
  viewer: Viewer,
  reviewed: ReviewedSetup,
  { now, reseal }: { now: Date; reseal: KeepLeftOver['reseal'] },
): Promise<SetupSubmitted> {
  demand(viewer, 'setups.change');
  const { partnerId, userId, name } = partnerOf(viewer);
  return writeIn(scopeOf(viewer, partnerId), async (query) => {
    const setup = await holdSetup(query, partnerId, reviewed.id);
    const drafts = (await readTransfers(query, partnerId, { setupId: setup.id })).filter(isDraft);
    const asked = await countDraftOrders(query, setup);
    if (drafts.length === 0 && asked === 0) return { kind: 'nothing-new' };
    if (setup.version !== reviewed.version) return { kind: 'conflict' };

    const sorted = await sortUnderLock(query, drafts);
    const problems = problemsOf(drafts, sorted, reviewed.good);
    if (problems.length > 0) return { kind: 'refused', problems };

    const act = { id: null, actorId: userId, actor: name, now };
    const requests: Extract<SetupSubmitted, { kind: 'submitted' }>['requests'] = [];
    let kept = 0;
    for (const transfer of drafts) {
      const { good, notTaken } = sorted.get(transfer.id) ?? { good: [], notTaken: [] };
      const hasLoa = transfer.documents.some(({ kind }) => kind === 'loa');
      const detailedStatus = hasLoa ? 'received-loa' : 'waiting-for-loa';
      const wanted = { partnerId, accountId: setup.accountId, phones: good, detailedStatus } as const;
      const made = await makeRequest(query, act, wanted);
      if (!made) throw new Error('The next request ID was taken.');
      await markSubmitted(query, { partnerId, transfer, requestId: made.requestId, good, now });
      requests.push({ ...made, transferId: transfer.id, carrier: transfer.carrier, hasLoa });
      const rest = leftOver(notTaken);
      if (rest !== '') await keepLeftOver(query, { setup, transfer, rest, now, reseal });
      if (rest !== '') kept += 1;
    }
    await query(
      `UPDATE number_order SET state = 'requested', requested_at = $3, version = version + 1
       WHERE partner_id = $1 AND setup_id = $2 AND state = 'draft'`,
      [partnerId, setup.id, now],
    );
    await query(
      `UPDATE unite_setup SET submitted_at = coalesce(submitted_at, $3), updated_at = $3, version = version + 1
       WHERE partner_id = $1 AND id = $2`,
      [partnerId, setup.id, now],
    );
    return { kind: 'submitted', requests, numberOrders: asked, leftOver: kept };
  });
}

async function countDraftOrders(query: Query, { partnerId, id }: HeldSetup): Promise<number> {
  const [drafts] = await query<{ n: number }>(
    `SELECT count(*) AS n FROM number_order WHERE partner_id = $1 AND setup_id = $2 AND state = 'draft'`,
    [partnerId, id],
  );
  return drafts?.n ?? 0;
}

/** Sorts the lists once nobody else can put their numbers on an order. */
async function sortUnderLock(
  query: Query,
  drafts: readonly SetupTransfer[],
): Promise<Map<number, SortedPaste>> {
  const phones = phonesOf(drafts);
  await lockPhones(query, phones);
  return sortTransfers(drafts, await heldPhones(query, phones));
}

function problemsOf(
  drafts: readonly SetupTransfer[],
  sorted: ReadonlyMap<number, SortedPaste>,
  reviewed: ReviewedSetup['good'],
): SetupProblem[] {
  const twice = sameCarrier(drafts);
  return drafts.flatMap((transfer): SetupProblem[] => {
    const { good, notTaken } = sorted.get(transfer.id) ?? { good: [], notTaken: [] };
    const transferId = transfer.id;
    // The lists are what was reviewed, or the version would be another: what differs is on an open order since.
    if (reviewed.get(transferId) !== good.length) {
      const held = notTaken.filter(({ kind }) => kind === 'held');
      const why = held.map(({ text, because }) => `${text}: ${because}`).slice(0, TOLD);
      const because = `It is ${good.length} numbers now, other than you reviewed. Look at it again.`;
      return (why.length > 0 ? why : [because]).map((each) => ({ transferId, field: 'held', because: each }));
    }
    const carrier = twice.get(transferId);
    const missing = missingOf(factsOf(transfer), good).map((problem) => ({ transferId, ...problem }));
    return carrier === undefined ? missing : [...missing, { transferId, field: 'carrier', because: carrier }];
  });
}

/** Most numbers that are named when they cannot be submitted. */
const TOLD = 200;

async function markSubmitted(
  query: Query,
  done: {
    partnerId: number;
    transfer: SetupTransfer;
    requestId: string;
    good: readonly PhoneNumber[];
    now: Date;
  },
): Promise<void> {
  const { partnerId, transfer, requestId, good, now } = done;
  await query(
    `UPDATE setup_transfer SET submitted_at = $3, updated_at = $3, request_id = $4, pasted = $5, version = version + 1
     WHERE partner_id = $1 AND id = $2`,
    [partnerId, transfer.id, now, requestId, good.map(formatPhoneNumber).join('\n')],
  );
}
