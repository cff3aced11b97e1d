import { readHome } from '#data/home/read-home.ts';
import { findShareable } from '#data/links/find-shareable.ts';
import { followLink } from '#data/links/follow-link.ts';
import { listLinks } from '#data/links/list-links.ts';
import { shareRequest } from '#data/links/share-request.ts';
import { withdrawLink } from '#data/links/withdraw-link.ts';
import { readRequest } from '#data/requests/read-request.ts';
import { lastVisit } from '#data/visits/last-visit.ts';
import { noteVisit } from '#data/visits/note-visit.ts';
import { linkHash } from './admin.ts';
import { NOW } from './desk.ts';
import { makeRequestLink } from './request-links.ts';
import { word } from './unique.ts';
import type { Outcome, Person, Verb } from './verbs.ts';

const NOBODY: Record<Person, Outcome> = {
  "the partner's own user": 'not found',
  "another partner's user": 'not found',
  'an end user of the account': 'not found',
  'an end user of another account': 'not found',
  'an end user of another partner': 'not found',
  'a porting agent': 'not found',
  'a porting lead': 'not found',
};
const OWN_SEES: Record<Person, Outcome> = {
  ...NOBODY,
  "the partner's own user": 'sees',
  "another partner's user": 'sees nothing',
};
const OWN_MAY: Record<Person, Outcome> = { ...NOBODY, "the partner's own user": 'may' };
/** What concerns nobody but who asks. */
const PARTNERS: Record<Person, Outcome> = { ...OWN_MAY, "another partner's user": 'may' };

const FIRST = { part: 1, page: 1 };

/** Links for end users, one request for its end user, the home of partners and their visits. */
export const LINK_VERBS: Record<string, Verb> = {
  'home/read-home.ts readHome': verb(OWN_SEES, (viewer) => readHome(viewer, null, NOW)),
  'links/find-shareable.ts findShareable': verb(OWN_SEES, (viewer, { order }) =>
    findShareable(viewer, order.request.id),
  ),
  // Nobody who signs in follows a link: what it shows it shows to its bearer.
  'links/follow-link.ts followLink': verb(NOBODY, async (viewer, { order }) => {
    const { token } = await makeRequestLink({ request: order.request });
    return followLink(viewer, linkHash(token), FIRST, { address: '192.0.2.7', now: NOW });
  }),
  'links/list-links.ts listLinks': verb(OWN_SEES, async (viewer, { order }) => {
    await makeRequestLink({ request: order.request });
    return listLinks(viewer, { requestId: null, page: 1 }, NOW);
  }),
  'links/share-request.ts shareRequest': verb(OWN_MAY, (viewer, { order }) =>
    shareRequest(viewer, { requestId: order.request.id, tokenHash: linkHash(word()), days: 30 }, NOW),
  ),
  'links/withdraw-link.ts withdrawLink': verb(OWN_MAY, async (viewer, { order }) => {
    const { id } = await makeRequestLink({ request: order.request });
    return withdrawLink(viewer, id, NOW);
  }),
  'requests/read-request.ts readRequest': verb(
    { ...NOBODY, 'an end user of the account': 'sees' },
    (viewer, { order }) => readRequest(viewer, order.request.id, FIRST),
  ),
  'visits/last-visit.ts lastVisit': verb(PARTNERS, (viewer) => lastVisit(viewer)),
  'visits/note-visit.ts noteVisit': verb(PARTNERS, (viewer) => noteVisit(viewer, NOW)),
};

/** Modules whose functions are handed their transaction. */
export const LINK_PLUMBING = ['home/engine', 'requests/view'];

function verb(outcomes: Verb['outcomes'], call: Verb['call']): Verb {
  return { call, marks: ({ marks }) => marks, outcomes };
}
