import { fulfilNumberOrder } from '#data/number-orders/fulfil-number-order.ts';
import { listNumberOrders } from '#data/number-orders/list-number-orders.ts';
import { refuseNumberOrder } from '#data/number-orders/refuse-number-order.ts';
import { addDocument } from '#data/setups/add-document.ts';
import { addTransfer } from '#data/setups/add-transfer.ts';
import { checkSetupNumbers } from '#data/setups/check-setup-numbers.ts';
import { discardSetup } from '#data/setups/discard-setup.ts';
import { listSetups } from '#data/setups/list-setups.ts';
import { orderNumbers } from '#data/setups/order-numbers.ts';
import { readRequestTransfer } from '#data/setups/read-request-transfer.ts';
import { readSetup } from '#data/setups/read-setup.ts';
import { removeDocument } from '#data/setups/remove-document.ts';
import { removeNumberOrder } from '#data/setups/remove-number-order.ts';
import { removeTransfer } from '#data/setups/remove-transfer.ts';
import { revealSecret } from '#data/setups/reveal-secret.ts';
import { saveAccount } from '#data/setups/save-account.ts';
import { saveTransfer } from '#data/setups/save-transfer.ts';
import { startSetup } from '#data/setups/start-setup.ts';
import { submitSetup } from '#data/setups/submit-setup.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import { NOW } from './desk.ts';
import type { Order } from './factories.ts';
import { insert } from './owner.ts';
import { changeOf, detailsOf, reseal } from './setups.ts';
import type { User } from './users.ts';
import type { Outcome, Person, Verb, World } from './verbs.ts';

/** A set-up of an order's account whose one transfer became the order's request, and new numbers that were asked for. */
export type SubmittedSetup = { id: number; transferId: number; numberOrderId: number; document: string };

/** Makes one by hand, as `user` would have. */
export async function makeSubmittedSetup(order: Order, user: User): Promise<SubmittedSetup> {
  const { account, id: requestId } = order.request;
  const partner_id = account.partner.id;
  const by = { partner_id, actor_id: user.id, actor: user.name };
  const setup = await insert<{ id: string }>('unite_setup', {
    ...{ ...by, account_id: account.id, submitted_at: NOW },
  });
  const transfer = await insert<{ id: string }>('setup_transfer', {
    ...{ partner_id, setup_id: setup.id, carrier: 'Verizon', account_number: 'v1.c2VhbGVk' },
    ...{ submitted_at: NOW, request_id: requestId },
  });
  const wanted = await insert<{ id: string }>('number_order', {
    ...{ ...by, account_id: account.id, setup_id: setup.id, toll_free: false, area_code: '919', quantity: 2 },
    ...{ state: 'requested', requested_at: NOW },
  });
  const document = await insert<{ id: string }>('document', {
    ...{ ...by, kind: 'bill', file_name: 'bill.pdf', content_type: 'application/pdf', size: 1 },
    ...{ sha256: '0'.repeat(64), content: Buffer.from('x'), transfer_id: transfer.id },
  });
  return {
    ...{ id: Number(setup.id), transferId: Number(transfer.id), document: document.id },
    numberOrderId: Number(wanted.id),
  };
}

const NOBODY: Record<Person, Outcome> = {
  "the partner's own user": 'not found',
  "another partner's user": 'not found',
  'an end user of the account': 'not found',
  'an end user of another account': 'not found',
  'an end user of another partner': 'not found',
  'a porting agent': 'not found',
  'a porting lead': 'not found',
};
const OWN_MAY: Record<Person, Outcome> = { ...NOBODY, "the partner's own user": 'may' };
const OWN_SEES: Record<Person, Outcome> = { ...NOBODY, "the partner's own user": 'sees' };
/** Told of one's own alone: another partner asks about its own, and finds nothing of this. */
const OWN_LIST: Record<Person, Outcome> = { ...OWN_SEES, "another partner's user": 'sees nothing' };
const STAFF: Record<Person, Outcome> = { ...NOBODY, 'a porting agent': 'may', 'a porting lead': 'may' };

/** What partners do while they set an account up, and what the porting team does with the new numbers they ask for. */
export const SETUP_VERBS: Record<string, Verb> = {
  'number-orders/fulfil-number-order.ts fulfilNumberOrder': verb(STAFF, (viewer, world) =>
    fulfilNumberOrder(viewer, { order: wantedOf(world), pasted: '' }, NOW),
  ),
  'number-orders/list-number-orders.ts listNumberOrders': verb(STAFF, (viewer) =>
    listNumberOrders(viewer, { tab: 'requested', page: 1 }),
  ),
  'number-orders/refuse-number-order.ts refuseNumberOrder': verb(STAFF, (viewer, world) =>
    refuseNumberOrder(viewer, { order: wantedOf(world), because: '' }, NOW),
  ),
  'setups/add-document.ts addDocument': verb(OWN_MAY, (viewer, { setup }) => {
    const content = new TextEncoder().encode('%PDF-1.7');
    const file = { fileName: 'bill.pdf', contentType: 'application/pdf', content } as const;
    return addDocument(viewer, { transferId: setup.transferId, kind: 'bill', ...file }, NOW);
  }),
  'setups/add-transfer.ts addTransfer': verb(OWN_MAY, (viewer, { setup }) =>
    addTransfer(viewer, setup.id, NOW),
  ),
  'setups/check-setup-numbers.ts checkSetupNumbers': verb(OWN_LIST, (viewer, { order }) =>
    checkSetupNumbers(viewer, order.phones as PhoneNumber[]),
  ),
  'setups/discard-setup.ts discardSetup': verb(OWN_MAY, (viewer, { setup }) =>
    discardSetup(viewer, setup.id),
  ),
  'setups/list-setups.ts listSetups': verb(OWN_LIST, (viewer) =>
    listSetups(viewer, { which: 'done', page: 1 }),
  ),
  'setups/order-numbers.ts orderNumbers': verb(OWN_MAY, (viewer, { setup }) => {
    const wanted = { tollFree: false, areaCode: '919', city: null };
    return orderNumbers(viewer, { setupId: setup.id, wanted, quantity: 1 }, NOW);
  }),
  'setups/read-request-transfer.ts readRequestTransfer': verb(
    { ...OWN_SEES, 'a porting agent': 'sees', 'a porting lead': 'sees' },
    (viewer, { order, partner }) =>
      readRequestTransfer(viewer, { partnerId: partner.id, requestId: order.request.id }),
  ),
  'setups/read-setup.ts readSetup': verb(OWN_SEES, (viewer, { setup }) => readSetup(viewer, setup.id)),
  'setups/remove-document.ts removeDocument': verb(OWN_MAY, (viewer, { setup }) =>
    removeDocument(viewer, { transferId: setup.transferId, id: setup.document }, NOW),
  ),
  'setups/remove-number-order.ts removeNumberOrder': verb(OWN_MAY, (viewer, { setup }) =>
    removeNumberOrder(viewer, { setupId: setup.id, id: setup.numberOrderId }, NOW),
  ),
  'setups/remove-transfer.ts removeTransfer': verb(OWN_MAY, (viewer, { setup }) =>
    removeTransfer(viewer, { id: setup.transferId, version: 1 }, NOW),
  ),
  'setups/reveal-secret.ts revealSecret': verb(
    { ...OWN_MAY, 'a porting agent': 'may', 'a porting lead': 'may' },
    (viewer, { setup, partner }) =>
      revealSecret(
        viewer,
        { partnerId: partner.id, transferId: setup.transferId, field: 'account-number' },
        { address: '192.0.2.7', now: NOW },
      ),
  ),
  'setups/save-account.ts saveAccount': verb(OWN_MAY, (viewer, { setup }) => {
    const details = detailsOf();
    return saveAccount(viewer, { setupId: setup.id, was: detailsOf(), details }, NOW);
  }),
  'setups/save-transfer.ts saveTransfer': verb(OWN_MAY, (viewer, { setup, partner }) => {
    const change = changeOf({ partner, transferId: setup.transferId }, '');
    return saveTransfer(viewer, { id: setup.transferId, version: 1, change }, NOW);
  }),
  // What it makes is the asker's own.
  'setups/start-setup.ts startSetup': verb({ ...OWN_MAY, "another partner's user": 'may' }, (viewer) =>
    startSetup(viewer, detailsOf(), NOW),
  ),
  'setups/submit-setup.ts submitSetup': verb(OWN_MAY, (viewer, { setup }) =>
    submitSetup(viewer, { id: setup.id, version: 1, good: new Map() }, { now: NOW, reseal }),
  ),
};

/** Modules of set-ups and of new numbers whose functions are handed their transaction. */
export const SETUP_PLUMBING = ['accounts/engine', 'number-orders/engine', 'requests/engine', 'setups/engine'];

function wantedOf({ partner, setup }: World) {
  return { partnerId: partner.id, id: setup.numberOrderId, version: 1 };
}

function verb(outcomes: Verb['outcomes'], call: Verb['call']): Verb {
  return { call, marks: ({ marks }) => marks, outcomes };
}
