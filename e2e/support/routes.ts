import { readdirSync } from 'node:fs';
import path from 'node:path';

/** What a request of a route ends in: shown, sent to sign in, sent on, or not found. */
export type Ending = 'shown' | 'sign-in' | 'start' | 'not found';
export type Stranger =
  | 'nobody'
  | 'somebody disabled'
  | "the partner's user"
  | "another partner's user"
  | 'an end user'
  | 'a porting agent';

const REPORTS: Record<Stranger, Ending> = {
  nobody: 'sign-in',
  'somebody disabled': 'sign-in',
  "the partner's user": 'shown',
  "another partner's user": 'shown',
  'an end user': 'not found',
  'a porting agent': 'shown',
};

/** A route that names a partner, in place of PARTNER. */
const OF_ONE_PARTNER: Record<Stranger, Ending> = { ...REPORTS, "another partner's user": 'not found' };

/** What is the porting team's alone. */
const DESK: Record<Stranger, Ending> = { ...signedIn('not found'), 'a porting agent': 'shown' };

/** What is for partners alone. */
const LINKS: Record<Stranger, Ending> = {
  ...signedIn('not found'),
  "the partner's user": 'shown',
  "another partner's user": 'shown',
};

const EVERYBODY: Record<Stranger, Ending> = {
  nobody: 'shown',
  'somebody disabled': 'shown',
  "the partner's user": 'shown',
  "another partner's user": 'shown',
  'an end user': 'shown',
  'a porting agent': 'shown',
};

/** Every page and route of src/app by its file, the addresses to try, and what each ends in for whom. */
export const ROUTES: Record<string, { address: string; endings: Record<Stranger, Ending> }[]> = {
  'page.tsx': [
    {
      address: '/',
      endings: { ...signedIn('start'), "the partner's user": 'shown', "another partner's user": 'shown' },
    },
  ],
  'sign-in/page.tsx': [
    { address: '/sign-in', endings: { ...signedIn('start'), nobody: 'shown', 'somebody disabled': 'shown' } },
  ],
  'status/page.tsx': [
    { address: '/status', endings: { ...signedIn('not found'), 'an end user': 'shown' } },
    { address: '/status?page=9', endings: { ...signedIn('not found'), 'an end user': 'shown' } },
  ],
  'status/[requestId]/page.tsx': [
    { address: '/status/REQUEST', endings: signedIn('not found') },
    { address: '/status/REQUEST?part=1&page=9', endings: signedIn('not found') },
    { address: '/status/none', endings: signedIn('not found') },
  ],
  'links/page.tsx': [
    { address: '/links', endings: LINKS },
    { address: '/links?request=REQUEST', endings: LINKS },
  ],
  'documents/[id]/route.ts': [
    { address: '/documents/DOCUMENT', endings: OF_ONE_PARTNER },
    { address: '/documents/RECEIPT', endings: signedIn('not found') },
    { address: '/documents/nothing', endings: signedIn('not found') },
  ],
  // Whoever opens a link that is none is told so, and nothing else.
  'follow/[token]/page.tsx': [{ address: '/follow/no-such-link?part=1&page=2', endings: EVERYBODY }],
  'voice-services/page.tsx': [
    { address: '/voice-services', endings: LINKS },
    { address: '/voice-services?open=2&done=9', endings: LINKS },
  ],
  'voice-services/unite-setup/new/page.tsx': [{ address: '/voice-services/unite-setup/new', endings: LINKS }],
  ...setup(['account', 'numbers', 'review']),
  // Files are sent to these two; who comes by a link finds nothing.
  'voice-services/unite-setup/upload/document/route.ts': [
    {
      address: '/voice-services/unite-setup/upload/document?transfer=1&kind=loa&name=a.pdf',
      endings: signedIn('not found'),
    },
  ],
  'voice-services/unite-setup/upload/list/route.ts': [
    { address: '/voice-services/unite-setup/upload/list?name=a.csv', endings: signedIn('not found') },
  ],
  'desk/number-orders/page.tsx': [
    { address: '/desk/number-orders', endings: DESK },
    { address: '/desk/number-orders?tab=done&page=9', endings: DESK },
  ],
  'desk/orders/[id]/page.tsx': [
    { address: '/desk/orders/ORDER', endings: DESK },
    { address: '/desk/orders/ORDER?history=notes&from=%2Fdesk%3Ftab%3Dall', endings: DESK },
    { address: '/desk/orders/999999999999', endings: { ...DESK, 'a porting agent': 'not found' } },
  ],
  'desk/requests/new/page.tsx': [{ address: '/desk/requests/new?partner=PARTNER', endings: DESK }],
  'desk/page.tsx': [
    { address: '/desk', endings: DESK },
    { address: '/desk?tab=all&partner=PARTNER&find=SECRET', endings: DESK },
  ],
  ...administration({
    'page.tsx': ['/desk/admin'],
    'partners/page.tsx': ['/desk/admin/partners'],
    'partners/[slug]/page.tsx': ['/desk/admin/partners/PARTNER', '/desk/admin/partners/PARTNER?q=SECRET'],
    'users/page.tsx': ['/desk/admin/users?partner=PARTNER', '/desk/admin/users?q=SECRET&role=partner'],
    'users/[id]/page.tsx': ['/desk/admin/users/RECEIPT', '/desk/admin/users/nobody'],
    'holidays/page.tsx': ['/desk/admin/holidays', '/desk/admin/holidays?year=2027'],
    'reject-reasons/page.tsx': ['/desk/admin/reject-reasons'],
    'mail/page.tsx': ['/desk/admin/mail', '/desk/admin/mail?state=failed'],
    'mail/[id]/page.tsx': ['/desk/admin/mail/RECEIPT', '/desk/admin/mail/nothing'],
    'history/page.tsx': ['/desk/admin/history', '/desk/admin/history?kind=user&before=9'],
  }),
  // Whoever opens a link that is none is told so, and nothing else.
  'invitation/[token]/page.tsx': [{ address: '/invitation/no-such-link', endings: EVERYBODY }],
  'desk/import/page.tsx': [
    { address: '/desk/import', endings: DESK },
    { address: '/desk/import?after=2026-11-23T17:42:00.000Z_RECEIPT', endings: DESK },
  ],
  'desk/import/new/page.tsx': [{ address: '/desk/import/new', endings: DESK }],
  // Files are sent to these two; who comes by a link finds nothing.
  'desk/import/upload/route.ts': [
    { address: '/desk/import/upload?name=a.csv', endings: signedIn('not found') },
  ],
  'desk/import/upload/report/route.ts': [
    { address: '/desk/import/upload/report?name=a.csv&partner=PARTNER', endings: signedIn('not found') },
  ],
  'desk/import/[id]/page.tsx': [
    { address: '/desk/import/LIST', endings: { ...DESK, 'a porting agent': 'start' } },
  ],
  'desk/import/[id]/columns/page.tsx': [
    { address: '/desk/import/no-id/columns', endings: { ...DESK, 'a porting agent': 'not found' } },
  ],
  'desk/import/[id]/preview/page.tsx': [
    { address: '/desk/import/LIST/preview', endings: DESK },
    { address: '/desk/import/LIST/preview?show=unchanged&page=2', endings: DESK },
    { address: '/desk/import/RECEIPT/preview', endings: { ...DESK, 'a porting agent': 'not found' } },
  ],
  'desk/import/[id]/apply/page.tsx': [{ address: '/desk/import/LIST/apply', endings: DESK }],
  'desk/import/[id]/results/page.tsx': [
    { address: '/desk/import/LIST/results', endings: { ...DESK, 'a porting agent': 'start' } },
  ],
  'desk/import/[id]/file/route.ts': [
    { address: '/desk/import/LIST/file?of=original', endings: DESK },
    { address: '/desk/import/LIST/file?of=results', endings: DESK },
  ],
  'desk/import/[id]/progress/route.ts': [{ address: '/desk/import/LIST/progress', endings: DESK }],
  'desk/import/report/page.tsx': [
    { address: '/desk/import/report', endings: { ...DESK, 'a porting agent': 'not found' } },
  ],
  'desk/import/report/[id]/page.tsx': [
    { address: '/desk/import/report/REPORT', endings: { ...DESK, 'a porting agent': 'not found' } },
  ],
  'desk/import/report/[id]/file/route.ts': [
    { address: '/desk/import/report/REPORT/file', endings: { ...DESK, 'a porting agent': 'not found' } },
  ],
  'desk/import/report/[id]/progress/route.ts': [
    { address: '/desk/import/report/REPORT/progress', endings: { ...DESK, 'a porting agent': 'not found' } },
  ],
  'numbers/ready/page.tsx': [
    { address: '/numbers/ready', endings: REPORTS },
    { address: '/numbers/ready?partner=PARTNER&show=assigned', endings: OF_ONE_PARTNER },
    { address: '/numbers/ready?partner=PARTNER&show=accounts&find=SECRET', endings: OF_ONE_PARTNER },
  ],
  'numbers/ready/file/route.ts': [
    {
      address: '/numbers/ready/file?of=ready&format=csv',
      endings: { ...REPORTS, 'a porting agent': 'not found' },
    },
    { address: '/numbers/ready/file?of=assigned&format=xlsx&partner=PARTNER', endings: OF_ONE_PARTNER },
  ],
  'exports/page.tsx': [
    { address: '/exports', endings: REPORTS },
    { address: '/exports?after=2026-11-23T17:42:00.000Z_RECEIPT', endings: REPORTS },
  ],
  'exports/progress/route.ts': [{ address: '/exports/progress?id=RECEIPT', endings: REPORTS }],
  'reports/page.tsx': [{ address: '/reports', endings: REPORTS }],
  'reports/business-intelligence/page.tsx': [{ address: '/reports/business-intelligence', endings: REPORTS }],
  'reports/business-intelligence/number-porting/page.tsx': [
    { address: '/reports/business-intelligence/number-porting', endings: REPORTS },
    { address: '/reports/business-intelligence/number-porting?partner=PARTNER', endings: OF_ONE_PARTNER },
    {
      address: '/reports/business-intelligence/number-porting?partner=PARTNER&find=SECRET',
      endings: OF_ONE_PARTNER,
    },
    {
      address: '/reports/business-intelligence/number-porting?partner=PARTNER&row=ROW',
      endings: OF_ONE_PARTNER,
    },
  ],
  'reports/business-intelligence/number-porting/export/route.ts': [
    {
      address: '/reports/business-intelligence/number-porting/export?format=csv',
      endings: { ...REPORTS, 'a porting agent': 'not found' },
    },
    {
      address: '/reports/business-intelligence/number-porting/export?format=csv&partner=PARTNER',
      endings: OF_ONE_PARTNER,
    },
  ],
  // A row that is not there is said in the page, and is not found as a file.
  'reports/business-intelligence/number-porting/story/route.ts': [
    {
      address: '/reports/business-intelligence/number-porting/story?partner=PARTNER&row=ROW',
      endings: OF_ONE_PARTNER,
    },
    {
      address: '/reports/business-intelligence/number-porting/story?partner=PARTNER&row=1-4155550140',
      endings: signedIn('not found'),
    },
  ],
  // Answers are sent here; who comes by a link finds nothing.
  'reports/business-intelligence/number-porting/answer/route.ts': [
    { address: '/reports/business-intelligence/number-porting/answer', endings: signedIn('not found') },
  ],
  'api/auth/[...nextauth]/route.ts': [
    { address: '/api/auth/session', endings: EVERYBODY },
    { address: '/api/auth/signin', endings: { ...signedIn('sign-in'), nobody: 'sign-in' } },
  ],
};

/** The steps of a set-up, which is its partner's alone. */
function setup(steps: string[]): typeof ROUTES {
  const endings = { ...signedIn('not found'), "the partner's user": 'shown' } as const;
  return Object.fromEntries(
    steps.map((step) => [
      `voice-services/unite-setup/[id]/${step}/page.tsx`,
      [
        { address: `/voice-services/unite-setup/SETUP/${step}`, endings },
        { address: `/voice-services/unite-setup/none/${step}`, endings: signedIn('not found') },
      ],
    ]),
  );
}

/** What is the leads' alone, which none of the strangers is. */
function administration(addresses: Record<string, string[]>): typeof ROUTES {
  const endings = signedIn('not found');
  return Object.fromEntries(
    Object.entries(addresses).map(([file, tried]) => [
      `desk/admin/${file}`,
      tried.map((address) => ({ address, endings })),
    ]),
  );
}

/** The files of src/app that answer requests. */
export function routeFiles(): string[] {
  return readdirSync('src/app', { recursive: true, encoding: 'utf8' })
    .filter((file) => ['page.tsx', 'route.ts', 'route.tsx'].includes(path.basename(file)))
    .sort();
}

function signedIn(ending: Ending): Record<Stranger, Ending> {
  return {
    nobody: 'sign-in',
    'somebody disabled': 'sign-in',
    "the partner's user": ending,
    "another partner's user": ending,
    'an end user': ending,
    'a porting agent': ending,
  };
}
