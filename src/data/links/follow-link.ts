import { demand } from '#domain/permissions.ts';
import { ONE_USE_MINUTES, type RequestLinkState, requestLinkState } from '#domain/request-link.ts';
import type { Viewer } from '#domain/viewer.ts';
import { type PartPage, type RequestView, readRequestView } from '../requests/view/read-request-view.ts';
import { readIn, writeAsOwner } from '../tenant.ts';

/** What a link leads to; or why it leads nowhere, for the log alone. */
export type Followed =
  | { kind: 'open'; view: RequestView; expiresAt: Date }
  | { kind: 'unknown' | Exclude<RequestLinkState, 'open'> };

/**
 * Follows a link by the hash of its token, and notes that it was used and from where: once for each half an hour from one
 * place. The request is read as an end user of its account would, and no other request of it.
 */
export async function followLink(
  viewer: Viewer,
  tokenHash: string,
  asked: PartPage,
  { address, now }: { address: string; now: Date },
): Promise<Followed> {
  demand(viewer, 'requests.follow-link');
  const link = await openLink(tokenHash, address, now);
  if (!link) return { kind: 'unknown' };
  const state = requestLinkState(link, now);
  if (state !== 'open') return { kind: state };
  const { partnerId, accountId, requestId, expiresAt } = link;
  const scope = { role: 'portal_end_user', partnerId, accountId } as const;
  const view = await readIn(scope, (query) => readRequestView(query, scope, requestId, asked));
  return view ? { kind: 'open', view, expiresAt } : { kind: 'unknown' };
}

type LinkRow = {
  partnerId: number;
  id: string;
  accountId: string;
  requestId: string;
  expiresAt: Date;
  withdrawnAt: Date | null;
};

/** Whose link it is, is known only after it was found: so this alone is read past the tenants' locks. */
function openLink(tokenHash: string, address: string, now: Date): Promise<LinkRow | null> {
  return writeAsOwner(async (query) => {
    // Held, so that of many at once from one place the first alone is noted.
    const [link] = await query<LinkRow>(
      `SELECT l.partner_id AS "partnerId", l.id, r.account_id AS "accountId", l.request_id AS "requestId",
         l.expires_at AS "expiresAt", l.withdrawn_at AS "withdrawnAt"
       FROM request_link l JOIN port_request r ON r.partner_id = l.partner_id AND r.id = l.request_id
       WHERE l.token_hash = $1 FOR UPDATE OF l`,
      [tokenHash],
    );
    if (!link || requestLinkState(link, now) !== 'open') return link ?? null;
    await query(
      `INSERT INTO request_link_use (partner_id, link_id, at, address)
       SELECT $1, $2, $3::timestamptz, $4
       WHERE NOT EXISTS (
         SELECT FROM request_link_use u WHERE u.partner_id = $1 AND u.link_id = $2 AND u.address = $4
           AND u.at > $3::timestamptz - interval '${ONE_USE_MINUTES} minutes')`,
      [link.partnerId, link.id, now, address],
    );
    return link;
  });
}
