import { type Followed, followLink } from '#data/links/follow-link.ts';
import type { PartPage } from '#data/requests/view/read-request-view.ts';
import { systemActor } from '#data/system-actor.ts';
import { countFollowing, forgiveFollowing, placeOf } from './limits.ts';
import { log } from './log.ts';
import { linkHash } from './one-time-link.ts';

/** What a link shows; or that it shows nothing, whatever the reason; or how long to wait before trying another. */
export type Following =
  | Extract<Followed, { kind: 'open' }>
  | { kind: 'no-link' }
  | { kind: 'too-many'; waitMs: number };

/**
 * Opens a read-only link from `address`. A token that was never made costs its place a point and is logged, without the
 * token; whoever has one of ours, if an old one, is no guesser and gets its point back.
 */
export async function openRequestLink(
  token: string,
  asked: PartPage,
  { address, now }: { address: string; now: Date },
): Promise<Following> {
  const waitMs = await countFollowing(address);
  if (waitMs !== null) {
    log.warn({ place: placeOf(address) }, 'links are guessed: the place waits');
    return { kind: 'too-many', waitMs };
  }
  const followed = await followLink(systemActor('link'), linkHash(token), asked, { address, now });
  if (followed.kind === 'unknown') {
    log.warn({ place: placeOf(address) }, 'a link that was never made was opened');
    return { kind: 'no-link' };
  }
  await forgiveFollowing(address);
  return followed.kind === 'open' ? followed : { kind: 'no-link' };
}
