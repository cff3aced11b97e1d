import { text } from 'node:stream/consumers';
import { assignNumbers } from '#data/assignments/assign-numbers.ts';
import { countUnsafe } from '#data/assignments/count-unsafe.ts';
import { listAssigned } from '#data/assignments/list-assigned.ts';
import { listNumberAccounts } from '#data/assignments/list-number-accounts.ts';
import { listReady } from '#data/assignments/list-ready.ts';
import { lookAtUnsafe } from '#data/assignments/look-at-unsafe.ts';
import { releaseNumbers } from '#data/assignments/release-numbers.ts';
import { renameAssigned } from '#data/assignments/rename-assigned.ts';
import { streamProvisioningCsv } from '#data/assignments/stream-provisioning-csv.ts';
import { streamProvisioningRows } from '#data/assignments/stream-provisioning-rows.ts';
import { undoAssigning } from '#data/assignments/undo-assigning.ts';
import type { Viewer } from '#domain/viewer.ts';
import { type Assignment, makeAssignment } from './assignments.ts';
import { NOW } from './desk.ts';
import { makeOrder } from './factories.ts';
import type { Outcome, Person, Verb, World } from './verbs.ts';

const NOBODY: Record<Person, Outcome> = {
  "the partner's own user": 'not found',
  "another partner's user": 'not found',
  'an end user of the account': 'not found',
  'an end user of another account': 'not found',
  'an end user of another partner': 'not found',
  'a porting agent': 'not found',
  'a porting lead': 'not found',
};
const READS: Record<Person, Outcome> = {
  ...NOBODY,
  "the partner's own user": 'sees',
  'a porting agent': 'sees',
  'a porting lead': 'sees',
};
/** Partners alone assign; one that names another's number learns nothing of it. */
const ASSIGNS: Record<Person, Outcome> = {
  ...NOBODY,
  "the partner's own user": 'sees',
  "another partner's user": 'sees nothing',
};

const ALL = { accountId: null, text: null };
const BATCH = '00000000-0000-4000-8000-00000000000d';

/** What partners do with numbers that are ready to assign, and what is read of it. */
export const ASSIGNMENT_VERBS: Record<string, Verb> = {
  'assignments/list-ready.ts listReady': read(async (viewer, world) => {
    await readyNumber(world);
    return listReady(viewer, world.partner, { filter: ALL, after: null });
  }),
  'assignments/list-assigned.ts listAssigned': read(async (viewer, world) => {
    await assignedNumber(world);
    return listAssigned(viewer, world.partner, { filter: ALL, unsafe: false, after: null });
  }),
  'assignments/list-number-accounts.ts listNumberAccounts': read((viewer, { partner }) =>
    listNumberAccounts(viewer, partner, { filter: ALL, after: null }),
  ),
  'assignments/stream-provisioning-csv.ts streamProvisioningCsv': read(async (viewer, world) => {
    await readyNumber(world);
    const asked = { of: 'ready', filter: ALL } as const;
    const { records } = await streamProvisioningCsv(
      viewer,
      world.partner,
      asked,
      new AbortController().signal,
    );
    return text(records);
  }),
  'assignments/stream-provisioning-rows.ts streamProvisioningRows': read(async (viewer, world) => {
    await assignedNumber(world);
    const asked = { of: 'assigned', filter: ALL } as const;
    const { rows } = await streamProvisioningRows(viewer, world.partner, asked, new AbortController().signal);
    return Array.fromAsync(rows);
  }),
  'assignments/count-unsafe.ts countUnsafe': {
    call: async (viewer, world) => {
      await assignedNumber(world);
      return `${(await countUnsafe(viewer)) > 0 ? 'some' : 'none'} no longer safe`;
    },
    marks: () => ['some no longer safe'],
    outcomes: ASSIGNS,
  },
  'assignments/assign-numbers.ts assignNumbers': {
    call: async (viewer, world) => {
      const number = await readyNumber(world);
      const asked = { numbers: [number] };
      return `assigned ${(await assignNumbers(viewer, { asked, assignedTo: null, batchId: BATCH }, NOW)).assigned}`;
    },
    marks: () => ['assigned 1'],
    outcomes: ASSIGNS,
  },
  'assignments/undo-assigning.ts undoAssigning': {
    call: async (viewer, world) => {
      const { batchId } = await assignedNumber(world);
      return `undone ${await undoAssigning(viewer, batchId, NOW)}`;
    },
    marks: () => ['undone 1'],
    // A batch is taken back by whoever assigned it, which none of these did.
    outcomes: { ...ASSIGNS, "the partner's own user": 'sees nothing' },
  },
  'assignments/release-numbers.ts releaseNumbers': {
    call: async (viewer, world) =>
      `released ${await releaseNumbers(viewer, [await assignedNumber(world)], NOW)}`,
    marks: () => ['released 1'],
    outcomes: ASSIGNS,
  },
  'assignments/rename-assigned.ts renameAssigned': {
    call: async (viewer, world) => {
      const number = await assignedNumber(world);
      return `renamed ${await renameAssigned(viewer, { number, assignedTo: 'Front desk' }, NOW)}`;
    },
    marks: () => ['renamed true'],
    outcomes: ASSIGNS,
  },
  'assignments/look-at-unsafe.ts lookAtUnsafe': {
    call: async (viewer, world) => {
      await assignedNumber(world);
      return `looked at ${(await lookAtUnsafe(viewer, { allAsOf: new Date() })) > 0 ? 'some' : 'none'}`;
    },
    marks: () => ['looked at some'],
    outcomes: ASSIGNS,
  },
};

export const ASSIGNMENT_PLUMBING = ['assignments/engine'];

/** A number that is ready to assign. */
async function readyNumber({ account }: World): Promise<{ requestId: string; phone: string }> {
  const order = await makeOrder({ account, detailedStatus: 'firm-order-confirmation', numbers: 1 });
  return { requestId: order.request.id, phone: order.phones[0] ?? '' };
}

/** A number that another user of the partner assigned, and that is no longer safe. */
async function assignedNumber({ account, user }: World): Promise<Assignment> {
  const order = await makeOrder({ account, detailedStatus: 'submitted', numbers: 1 });
  return makeAssignment({ order, user });
}

function read(call: (viewer: Viewer, world: World) => Promise<unknown>): Verb {
  return { call, marks: ({ marks }) => marks, outcomes: READS };
}
