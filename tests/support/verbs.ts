import { text } from 'node:stream/consumers';
import { findAccount } from '#data/accounts/find-account.ts';
import { readAccount } from '#data/accounts/read-account.ts';
import { searchAccounts } from '#data/accounts/search-accounts.ts';
import { beginExport } from '#data/exports/begin-export.ts';
import { cancelExport } from '#data/exports/cancel-export.ts';
import { countRunning } from '#data/exports/count-running.ts';
import { endExport } from '#data/exports/end-export.ts';
import { followExports } from '#data/exports/follow-exports.ts';
import { listExports } from '#data/exports/list-exports.ts';
import { noteProgress } from '#data/exports/note-progress.ts';
import { personOf, receiptColumns, receiptsOf } from '#data/exports/receipt.ts';
import { importReport } from '#data/imports/import-report.ts';
import { listPartners } from '#data/partners/list-partners.ts';
import { readPartner } from '#data/partners/read-partner.ts';
import { readPreferences } from '#data/preferences/read-preferences.ts';
import { savePreference } from '#data/preferences/save-preference.ts';
import { readReport } from '#data/report/read-report.ts';
import { readWaysOut } from '#data/report/read-ways-out.ts';
import { streamReportCsv } from '#data/report/stream-report-csv.ts';
import { streamReportRows } from '#data/report/stream-report-rows.ts';
import { listRequests } from '#data/requests/list-requests.ts';
import { scopeOf } from '#data/tenant.ts';
import { findCredentials } from '#data/users/find-credentials.ts';
import { readAffiliation } from '#data/users/read-affiliation.ts';
import { readSignedIn } from '#data/users/read-signed-in.ts';
import { recordSignIn } from '#data/users/record-sign-in.ts';
import { COLUMN_KEYS } from '#domain/columns.ts';
import type { ReceiptFacts } from '#domain/exports.ts';
import { FIRST_PAGE } from '#domain/report-request.ts';
import { STATUSES, type Status } from '#domain/status.ts';
import type { Viewer } from '#domain/viewer.ts';
import {
  type Account,
  makeAccount,
  makeOrder,
  makePartner,
  makeRequest,
  type Order,
  type Partner,
} from './factories.ts';
import { makeDocument, makeMessage } from './mails.ts';
import { makeReceipt } from './receipts.ts';
import { word } from './unique.ts';
import { makeUploads, type Uploads } from './uploads.ts';
import { makeUser, type User } from './users.ts';
import { ADMIN_PLUMBING, ADMIN_VERBS } from './verbs-admin.ts';
import { ASSIGNMENT_PLUMBING, ASSIGNMENT_VERBS } from './verbs-assignments.ts';
import { LINK_PLUMBING, LINK_VERBS } from './verbs-links.ts';
import { MAIL_PLUMBING, MAIL_VERBS } from './verbs-mail.ts';
import { ORDER_PLUMBING, ORDER_VERBS } from './verbs-orders.ts';
import { PLACE_VERBS } from './verbs-place.ts';
import { QUEUE_VERBS } from './verbs-queue.ts';
import { makeSubmittedSetup, SETUP_PLUMBING, SETUP_VERBS, type SubmittedSetup } from './verbs-setups.ts';
import { STORY_PLUMBING, STORY_VERBS } from './verbs-story.ts';
import { UPLOAD_PLUMBING, UPLOAD_VERBS } from './verbs-uploads.ts';

/** What belongs to one account of one partner, in words that stand nowhere else. */
export type World = {
  partner: Partner;
  account: Account;
  neighbour: Account;
  /** One that the partner has to answer. */
  order: Order;
  marks: string[];
  user: User;
  /** Of an export of that user. */
  receipt: string;
  /** About the order, and of the partner. */
  uploads: Uploads;
  /** That came with a message about the order, named after the partner. */
  document: string;
  /** Of the account; its transfer became the order's request. */
  setup: SubmittedSetup;
};

export type Person =
  | "the partner's own user"
  | "another partner's user"
  | 'an end user of the account'
  | 'an end user of another account'
  | 'an end user of another partner'
  | 'a porting agent'
  | 'a porting lead';

/** `sees`: the answer holds a mark of the world. `may`: it is let, and what comes back is nobody's secret. */
export type Outcome = 'not found' | 'sees nothing' | 'sees' | 'may';

export type Verb = {
  call: (viewer: Viewer, world: World) => Promise<unknown>;
  marks: (world: World) => string[];
  outcomes: Record<Person, Outcome>;
};

export async function makeWorld(): Promise<World> {
  const partner = await makePartner({ name: `Partner ${word()}` });
  const account = await makeAccount({ partner, company: `Company ${word()}`, username: word() });
  const neighbour = await makeAccount({ partner });
  const request = await makeRequest({ account, caseNumber: `case ${word()}` });
  const rejectReason = `reason ${word()}`;
  const order = await makeOrder({ request, numbers: 2, detailedStatus: 'rejected', rejectReason });
  const marks = [account.company, account.username, request.caseNumber, rejectReason].filter(
    (mark) => mark !== null,
  );
  const user = await makeUser({ partner });
  const receipt = await makeReceipt({ user });
  const uploads = await makeUploads(order, rejectReason);
  const message = await makeMessage(order, user);
  const document = await makeDocument(order, message, { fileName: `${partner.name}.pdf` });
  return {
    partner,
    account,
    neighbour,
    order,
    marks: [...marks, request.id],
    user,
    receipt,
    uploads,
    document,
    setup: await makeSubmittedSetup(order, user),
  };
}

const NOBODY = {
  "the partner's own user": 'not found',
  "another partner's user": 'not found',
  'an end user of the account': 'not found',
  'an end user of another account': 'not found',
  'an end user of another partner': 'not found',
  'a porting agent': 'not found',
  'a porting lead': 'not found',
} as const satisfies Record<Person, Outcome>;

const READS_REPORTS = {
  ...NOBODY,
  "the partner's own user": 'sees',
  'a porting agent': 'sees',
  'a porting lead': 'sees',
} as const;

const EXPORTS = {
  ...NOBODY,
  "the partner's own user": 'may',
  'a porting agent': 'may',
  'a porting lead': 'may',
} as const;
/** The receipt is that of the user of the world's own, whom nobody here is. */
const OWN_EXPORTS = NOBODY;
const SEES_OWN_EXPORTS = {
  ...NOBODY,
  "another partner's user": 'sees nothing',
  'a porting agent': 'sees nothing',
  'a porting lead': 'sees nothing',
} as const;

const LEADS = { ...NOBODY, 'a porting lead': 'may' } as const;
const EVERYBODY = {
  "the partner's own user": 'may',
  "another partner's user": 'may',
  'an end user of the account': 'may',
  'an end user of another account': 'may',
  'an end user of another partner': 'may',
  'a porting agent': 'may',
  'a porting lead': 'may',
} as const;

/** Every function of data/ that takes a viewer, what it is asked for of the world, and what comes of it for whom. */
export const VERBS: Record<string, Verb> = {
  ...ADMIN_VERBS,
  ...ASSIGNMENT_VERBS,
  ...LINK_VERBS,
  ...MAIL_VERBS,
  ...ORDER_VERBS,
  ...QUEUE_VERBS,
  ...SETUP_VERBS,
  ...STORY_VERBS,
  ...UPLOAD_VERBS,
  ...PLACE_VERBS,
  'accounts/find-account.ts findAccount': report((viewer, { partner, account }) =>
    findAccount(viewer, partner, account.id),
  ),
  'accounts/read-account.ts readAccount': report((viewer, { partner, account }) =>
    readAccount(viewer, partner, account.id),
  ),
  'accounts/search-accounts.ts searchAccounts': report((viewer, { partner }) =>
    searchAccounts(viewer, partner, ''),
  ),
  'exports/begin-export.ts beginExport': verb(EXPORTS, (viewer, world) => begunExport(viewer, world)),
  'exports/cancel-export.ts cancelExport': verb(OWN_EXPORTS, (viewer, { receipt }) =>
    cancelExport(viewer, receipt),
  ),
  'exports/count-running.ts countRunning': verb(
    { ...EXPORTS, "another partner's user": 'may' },
    countRunning,
  ),
  'exports/end-export.ts endExport': verb(EXPORTS, async (viewer, world) => {
    const id = (await begunExport(viewer, world)) ?? '';
    await endExport(viewer, world.partner, id, NONE_WRITTEN, { outcome: 'cancelled' });
  }),
  'exports/follow-exports.ts followExports': {
    call: (viewer, { receipt }) => followExports(viewer, [receipt]),
    marks: ({ receipt }) => [receipt],
    outcomes: { ...SEES_OWN_EXPORTS, "the partner's own user": 'sees nothing' },
  },
  'exports/list-exports.ts listExports': {
    call: (viewer) => listExports(viewer, null),
    marks: ({ receipt, partner }) => [receipt, partner.name],
    outcomes: { ...SEES_OWN_EXPORTS, "the partner's own user": 'sees' },
  },
  'exports/note-progress.ts noteProgress': verb(EXPORTS, (viewer, { partner, receipt }) =>
    noteProgress(viewer, partner, receipt, NONE_WRITTEN),
  ),
  // Who exports, what of a receipt and which receipts: for everybody who is somebody, no more than is theirs already.
  'exports/receipt.ts personOf': verb(EVERYBODY, async (viewer) => personOf(viewer)),
  'exports/receipt.ts receiptColumns': verb(EVERYBODY, async (viewer) => receiptColumns(viewer)),
  'exports/receipt.ts receiptsOf': verb({ ...EXPORTS, "another partner's user": 'may' }, async (viewer) =>
    receiptsOf(viewer),
  ),
  'imports/import-report.ts importReport': verb(LEADS, (viewer, { partner }) =>
    importReport(viewer, {
      partner: { slug: partner.slug, createAs: null },
      file: { name: 'report.csv', sha256: '' },
      given: new Set(),
      rows: (async function* () {})(),
      dryRun: true,
      onRejections: async () => undefined,
      onWait: () => undefined,
      onStep: () => undefined,
    }),
  ),
  'partners/list-partners.ts listPartners': {
    call: (viewer) => listPartners(viewer),
    marks: ({ partner }) => [partner.name],
    outcomes: {
      "the partner's own user": 'sees',
      "another partner's user": 'sees nothing',
      'an end user of the account': 'sees',
      'an end user of another account': 'sees',
      'an end user of another partner': 'sees nothing',
      'a porting agent': 'sees',
      'a porting lead': 'sees',
    },
  },
  'partners/read-partner.ts readPartner': {
    call: (viewer, { partner }) => readPartner(viewer, partner.slug),
    marks: ({ partner }) => [partner.name],
    outcomes: {
      "the partner's own user": 'sees',
      "another partner's user": 'sees nothing',
      'an end user of the account': 'sees',
      'an end user of another account': 'sees',
      'an end user of another partner': 'sees nothing',
      'a porting agent': 'sees',
      'a porting lead': 'sees',
    },
  },
  // A viewer is all that these two are told: there is no asking for another's.
  'preferences/read-preferences.ts readPreferences': verb(EVERYBODY, (viewer) => readPreferences(viewer)),
  'preferences/save-preference.ts savePreference': verb(EVERYBODY, (viewer) =>
    savePreference(viewer, { key: 'shortcuts', value: false }),
  ),
  'report/read-report.ts readReport': report((viewer, { partner }) =>
    readReport(viewer, partner, FIRST_PAGE, new Date('2026-03-10T17:00:00Z')),
  ),
  'report/read-ways-out.ts readWaysOut': verb(
    { ...NOBODY, "the partner's own user": 'may', 'a porting agent': 'may', 'a porting lead': 'may' },
    (viewer, { partner, account }) => readWaysOut(viewer, partner, { ...FIRST_PAGE, accountId: account.id }),
  ),
  'report/stream-report-csv.ts streamReportCsv': report(async (viewer, { partner }) => {
    const { signal } = new AbortController();
    return text((await streamReportCsv(viewer, partner, FIRST_PAGE, COLUMN_KEYS, signal)).records);
  }),
  'report/stream-report-rows.ts streamReportRows': report(async (viewer, { partner }) => {
    const { signal } = new AbortController();
    return Array.fromAsync((await streamReportRows(viewer, partner, FIRST_PAGE, COLUMN_KEYS, signal)).rows);
  }),
  'requests/list-requests.ts listRequests': {
    call: (viewer, { order }) => listRequests(viewer, { page: 1, digits: order.request.id }),
    marks: ({ marks }) => marks,
    outcomes: {
      ...NOBODY,
      'an end user of the account': 'sees',
      'an end user of another account': 'sees nothing',
      'an end user of another partner': 'sees nothing',
    },
  },
  'tenant.ts scopeOf': verb(
    {
      ...EVERYBODY,
      "another partner's user": 'not found',
      'an end user of another partner': 'not found',
    },
    async (viewer, { partner }) => scopeOf(viewer, partner.id),
  ),
  'users/find-credentials.ts findCredentials': verb(NOBODY, (viewer, { user }) =>
    findCredentials(viewer, user.email),
  ),
  'users/read-affiliation.ts readAffiliation': {
    call: (viewer) => readAffiliation(viewer),
    marks: ({ partner, account }) => [partner.name, account.company ?? ''],
    outcomes: {
      "the partner's own user": 'sees',
      "another partner's user": 'sees nothing',
      'an end user of the account': 'sees',
      'an end user of another account': 'sees nothing',
      'an end user of another partner': 'sees nothing',
      'a porting agent': 'sees nothing',
      'a porting lead': 'sees nothing',
    },
  },
  'users/read-signed-in.ts readSignedIn': verb(NOBODY, (viewer, { user }) =>
    readSignedIn(viewer, { userId: user.id, sessionVersion: 1 }),
  ),
  'users/record-sign-in.ts recordSignIn': verb(NOBODY, (viewer, { user }) => recordSignIn(viewer, user.id)),
};

/** Modules and folders of data/ whose functions take no viewer: they are handed a transaction that has one, or ask nothing. */
export const PLUMBING = [
  ...ADMIN_PLUMBING,
  ...ASSIGNMENT_PLUMBING,
  ...LINK_PLUMBING,
  ...MAIL_PLUMBING,
  ...ORDER_PLUMBING,
  ...SETUP_PLUMBING,
  ...STORY_PLUMBING,
  ...UPLOAD_PLUMBING,
  'accounts/account.ts',
  'connection.ts',
  'copy-out.ts',
  'folded.ts',
  'imports',
  'orders/queue',
  'report/query',
  'system-actor.ts',
  'tenant.ts',
  'users/user-row.ts',
  'without-ways.ts',
];

const NONE_WRITTEN = { rows: 0, bytes: 0 };

function begunExport(viewer: Viewer, { partner }: World): Promise<string | null> {
  const facts: ReceiptFacts = {
    ...{ title: '', confidentiality: '', partner: '', madeBy: { name: '', email: '' } },
    ...{ asOf: '2026-11-23T17:42:00.000Z', parameters: [], rows: 0 },
    counts: Object.fromEntries(STATUSES.map((status) => [status, 0])) as Record<Status, number>,
  };
  const begun = { id: null, address: '192.0.2.7', format: 'csv', columns: ['phone'], fileName: 'a.csv' };
  return beginExport(viewer, partner, { ...begun, facts });
}

function report(call: Verb['call']): Verb {
  return { call, marks: ({ marks }) => marks, outcomes: READS_REPORTS };
}

function verb(outcomes: Verb['outcomes'], call: Verb['call']): Verb {
  return { call, marks: ({ marks }) => marks, outcomes };
}
