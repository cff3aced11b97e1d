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
        .replace('RECEIPT', world.receipt);
      const answer = await page.request.get(asked, { maxRedirects: 0 });
      expect(endingOf(answer), `${address} as ${stranger}`).toBe(endings[stranger]);
      if (sees) continue;
      const text = (await answer.text()).replaceAll(asked, '').replaceAll(encodeURIComponent(asked), '');
      for (const mark of [...world.marks, world.receipt, world.partner.name].slice(
        asked.includes('find=') ? 1 : 0,
      )) {
        expect(text, `${address} as ${stranger}`).not.toContain(mark);
      }
    }
  });
}

function endingOf(answer: APIResponse): Ending | string {
  const to = answer.headers().location;
  if (answer.status() === 404) return 'not found';
  if (answer.status() === 200) return 'shown';
  if (to === undefined) return `status ${answer.status()}`;
  const { pathname } = new URL(to, process.env.PORTAL_URL);
  return pathname === '/sign-in' ? 'sign-in' : 'start';
}
