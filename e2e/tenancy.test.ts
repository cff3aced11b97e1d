import type { APIResponse } from '@playwright/test';
import { systemActor } from '#data/system-actor.ts';
import { changeUser } from '#data/users/change-user.ts';
import { makeWorld, type World } from '../tests/support/verbs.ts';
import { type Ending, ROUTES, routeFiles, type Stranger } from './support/routes.ts';
import { expect, test, type Visitor } from './support/test.ts';

test('every page and route is in the table, and the table holds no other', () => {
  expect(routeFiles().length).toBeGreaterThan(5);
  expect(routeFiles()).toEqual(Object.keys(ROUTES).toSorted());
});

const STRANGERS: Record<Stranger, (login: Visitor['login'], world: World) => Promise<unknown>> = {
  nobody: async () => undefined,
  'somebody disabled': async (login, { partner }) => {
    const { email } = await login('partner', { partner });
    await changeUser(systemActor('users'), email, { disabled: true });
  },
  "the partner's user": (login, { partner }) => login('partner', { partner }),
  "another partner's user": (login) => login('partner'),
  'an end user': (login, { neighbour }) => login('end-user', { account: neighbour }),
  'a porting agent': (login) => login('agent'),
};

for (const [stranger, become] of Object.entries(STRANGERS) as [Stranger, (typeof STRANGERS)[Stranger]][]) {
  test(`each route as ${stranger}`, async ({ page, login }) => {
    const world = await makeWorld();
    await become(login, world);
    const sees = ["the partner's user", 'a porting agent'].includes(stranger);
    for (const { address, endings } of Object.values(ROUTES).flat()) {
      const asked = address
        .replace('PARTNER', world.partner.slug)
        .replace('SECRET', world.marks[0] ?? '')
        .replace('RECEIPT', world.receipt)
        .replace('DOCUMENT', world.document)
        .replace('REQUEST', world.order.request.id)
        .replace('ROW', `${world.order.request.id}-${world.order.phones[0]?.slice(2)}`)
        .replace('ORDER', String(world.order.id))
        .replace('SETUP', String(world.setup.id))
        .replace('LIST', world.uploads.list)
        .replace('REPORT', world.uploads.report);
      const answer = await page.request.get(asked, { maxRedirects: 0 });
      expect(endingOf(answer), `${address} as ${stranger}`).toBe(endings[stranger]);
      const text = await answer.text();
      // An address that names a mark may be told it again; nothing else of the world may come back.
      const secrets = [...world.marks, world.partner.name].filter((mark) => !asked.includes(mark));
      const shown = secrets.filter((mark) => text.includes(mark));
      if (!sees) expect(shown, `${address} as ${stranger}`).toEqual([]);
      else if (asked.includes('number-porting') && asked.includes(world.partner.slug) && !ofNobody(asked)) {
        expect(shown, `${address} as ${stranger}`).not.toEqual([]);
      }
    }
  });
}

/** Whether an address asks for a row that nobody has. */
function ofNobody(address: string): boolean {
  return address.includes('row=1-');
}

function endingOf(answer: APIResponse): Ending | string {
  const to = answer.headers().location;
  if (answer.status() === 404) return 'not found';
  if (answer.status() === 200) return 'shown';
  if (to === undefined) return `status ${answer.status()}`;
  const { pathname } = new URL(to, process.env.PORTAL_URL);
  return pathname === '/sign-in' ? 'sign-in' : 'start';
}
