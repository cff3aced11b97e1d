'use server';

import { z } from 'zod';
import { shareRequest } from '#data/links/share-request.ts';
import { withdrawLink } from '#data/links/withdraw-link.ts';
import { FOLLOW_PATH, LINK_HOLDS } from '#domain/request-link.ts';
import { type ActionResult, act } from '#server/action.ts';
import { makeLink } from '#server/one-time-link.ts';

/** A link as it is shown, this one time; when it expires, in ISO. */
export type MadeLink = { url: string; expiresAt: string };

const DAYS = `A link holds for ${LINK_HOLDS.least} to ${LINK_HOLDS.most} days.`;
const Wanted = z.object({
  requestId: z.string().regex(/^\d{1,18}$/),
  days: z.int(DAYS).min(LINK_HOLDS.least, DAYS).max(LINK_HOLDS.most, DAYS),
});

/** Makes a link by which whoever has it follows a request. It comes back once and is kept nowhere. */
export async function share(wanted: z.input<typeof Wanted>): Promise<ActionResult<MadeLink>> {
  return act('share-request', Wanted, wanted, async (viewer, { requestId, days }) => {
    const link = makeLink(FOLLOW_PATH);
    const made = await shareRequest(viewer, { requestId, tokenHash: link.hash, days }, new Date());
    return { url: link.url, expiresAt: made.expiresAt.toISOString() };
  });
}

/** Makes a link lead nowhere; false when it had been withdrawn before. */
export async function withdraw(id: string): Promise<ActionResult<boolean>> {
  return act('withdraw-link', z.uuid(), id, (viewer, link) => withdrawLink(viewer, link, new Date()));
}
