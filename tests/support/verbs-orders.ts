import { addNote } from '#data/orders/add-note.ts';
import { addNotes } from '#data/orders/add-notes.ts';
import { addNumbers } from '#data/orders/add-numbers.ts';
import { applyAct } from '#data/orders/apply-act.ts';
import { checkNumbers } from '#data/orders/check-numbers.ts';
import { editOrder } from '#data/orders/edit-order.ts';
import { listHistory } from '#data/orders/list-history.ts';
import { moveNumbers } from '#data/orders/move-numbers.ts';
import { moveOrder } from '#data/orders/move-order.ts';
import { numberHistory } from '#data/orders/number-history.ts';
import { previewMoves } from '#data/orders/preview-moves.ts';
import { readOrder } from '#data/orders/read-order.ts';
import { removeNumbers } from '#data/orders/remove-numbers.ts';
import { splitOrder } from '#data/orders/split-order.ts';
import { undoAct } from '#data/orders/undo-act.ts';
import { createRequest } from '#data/requests/create-request.ts';
import type { PhoneNumber } from '#domain/phone-number.ts';
import type { Viewer } from '#domain/viewer.ts';
import { NOW, refOf, seen } from './desk.ts';
import { makeOrder } from './factories.ts';
import type { Outcome, Person, Verb } from './verbs.ts';

const STAFF: Record<Person, Outcome> = {
  "the partner's own user": 'not found',
  "another partner's user": 'not found',
  'an end user of the account': 'not found',
  'an end user of another account': 'not found',
  'an end user of another partner': 'not found',
  'a porting agent': 'may',
  'a porting lead': 'may',
};
const STAFF_SEES: Record<Person, Outcome> = {
  ...STAFF,
  'a porting agent': 'sees',
  'a porting lead': 'sees',
};

/** What the porting team does to orders, and what it reads of one. */
export const ORDER_VERBS: Record<string, Verb> = {
  'orders/add-note.ts addNote': verb(STAFF, async (viewer) =>
    addNote(viewer, { order: refOf(await orderOf()), text: 'Called', visibleToPartner: false }, NOW),
  ),
  'orders/add-notes.ts addNotes': verb(STAFF, async (viewer) =>
    addNotes(viewer, { orders: [refOf(await orderOf())], text: 'Called', visibleToPartner: false }, NOW),
  ),
  'orders/add-numbers.ts addNumbers': verb(STAFF, async (viewer) =>
    addNumbers(viewer, { order: seen(await orderOf()), phones: ['911'] }, NOW),
  ),
  'orders/apply-act.ts applyAct': verb(STAFF, async (viewer) =>
    applyAct(viewer, await previewed(viewer), NOW),
  ),
  'orders/check-numbers.ts checkNumbers': {
    call: async (viewer, { order }) => checkNumbers(viewer, order.phones as PhoneNumber[]),
    marks: ({ partner }) => [partner.name],
    outcomes: STAFF_SEES,
  },
  'orders/edit-order.ts editOrder': verb(STAFF, async (viewer) =>
    editOrder(viewer, { order: seen(await orderOf()), edit: { location: 'Carmel' } }, NOW),
  ),
  'orders/list-history.ts listHistory': verb(STAFF, (viewer, { order }) =>
    listHistory(viewer, order.id, 'all'),
  ),
  'orders/move-numbers.ts moveNumbers': verb(STAFF, async (viewer) => {
    const order = await orderOf();
    return moveNumbers(viewer, { from: seen(order), to: order.id, phones: [] }, NOW);
  }),
  'orders/move-order.ts moveOrder': verb(STAFF, async (viewer) =>
    moveOrder(viewer, { order: seen(await orderOf()), move: { to: 'cancelled' } }, NOW),
  ),
  'orders/number-history.ts numberHistory': verb(STAFF, async (viewer) => {
    const order = await orderOf();
    const [phone] = order.phones;
    const { partnerId } = refOf(order);
    return numberHistory(viewer, { partnerId, requestId: order.request.id, phone: phone as PhoneNumber });
  }),
  'orders/preview-moves.ts previewMoves': {
    call: async (viewer, { order }) =>
      previewMoves(viewer, { selection: [refOf(order)], move: { to: 'cancelled' } }, NOW),
    marks: ({ partner }) => [partner.name],
    outcomes: STAFF_SEES,
  },
  'orders/read-order.ts readOrder': {
    call: (viewer, { order }) => readOrder(viewer, order.id),
    marks: ({ marks }) => marks,
    outcomes: STAFF_SEES,
  },
  'orders/remove-numbers.ts removeNumbers': verb(STAFF, async (viewer) =>
    removeNumbers(viewer, { order: seen(await orderOf()), phones: [], note: '' }, NOW),
  ),
  'orders/split-order.ts splitOrder': verb(STAFF, async (viewer) =>
    splitOrder(viewer, { order: seen(await orderOf()), phones: [] }, NOW),
  ),
  'orders/undo-act.ts undoAct': verb(STAFF, async (viewer) => undoAct(viewer, await previewed(viewer), NOW)),
  'requests/create-request.ts createRequest': verb(STAFF, (viewer, { partner, account }) =>
    createRequest(
      viewer,
      { partnerId: partner.id, accountId: account.id, phones: [], detailedStatus: 'received-loa' },
      NOW,
    ),
  ),
};

/** Modules of orders whose functions are handed their transaction. */
export const ORDER_PLUMBING = ['orders/engine'];

// Of a partner of its own: the world's stays as small as it was made.
function orderOf() {
  return makeOrder({ numbers: 1 });
}

/** An act of the viewer's own; of somebody who may not even preview, any other. */
async function previewed(viewer: Viewer): Promise<string> {
  if (viewer.role !== 'agent' && viewer.role !== 'lead') return crypto.randomUUID();
  const selection = [refOf(await orderOf())];
  return (await previewMoves(viewer, { selection, move: { to: 'cancelled' } }, NOW)).actId;
}

function verb(outcomes: Verb['outcomes'], call: Verb['call']): Verb {
  return { call, marks: ({ marks }) => marks, outcomes };
}
