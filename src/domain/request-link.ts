/** Where partners make links by which an end user follows one request, and where those links lead. */
export const LINKS_PATH = '/links';
export const FOLLOW_PATH = '/follow';

/** For how many days a link holds: at least, at most, and when nothing else is said. */
export const LINK_HOLDS = { least: 1, most: 90, usual: 30 } as const;

/** The page on which a link for a request is made. */
export function linksPath(requestId: string): string {
  return `${LINKS_PATH}?${new URLSearchParams({ request: requestId })}`;
}

export const REQUEST_LINK_STATES = ['open', 'expired', 'withdrawn'] as const;
export type RequestLinkState = (typeof REQUEST_LINK_STATES)[number];

/** Whether a link still leads anywhere. One that was withdrawn stays so, also after its time. */
export function requestLinkState(
  { expiresAt, withdrawnAt }: { expiresAt: Date; withdrawnAt: Date | null },
  now: Date,
): RequestLinkState {
  if (withdrawnAt !== null) return 'withdrawn';
  return expiresAt > now ? 'open' : 'expired';
}

/** When a link that is made now and holds for so many days expires. Throws RangeError outside the bounds. */
export function requestLinkExpiry(now: Date, days: number): Date {
  if (!Number.isInteger(days) || days < LINK_HOLDS.least || days > LINK_HOLDS.most) {
    throw new RangeError(`A link holds for ${LINK_HOLDS.least} to ${LINK_HOLDS.most} days, not ${days}.`);
  }
  return new Date(now.getTime() + days * 86_400_000);
}

/** A link that is opened again from the same place within so many minutes counts as one use. */
export const ONE_USE_MINUTES = 30;
