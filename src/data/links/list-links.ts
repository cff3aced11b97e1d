import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, scopeOf } from '../tenant.ts';
import { REQUEST_LINK, type RequestLink } from './request-link.ts';

const PAGE_SIZE = 25;

export type LinkList = { links: RequestLink[]; total: number; page: number; pages: number };

/**
 * A page, from 1 on, of the links of a partner, or of one request of it: those that still lead somewhere first, then the
 * newest. Beyond the end is the end.
 */
export async function listLinks(
  viewer: Viewer,
  asked: { requestId: string | null; page: number },
  now: Date,
): Promise<LinkList> {
  demand(viewer, 'requests.share');
  if (viewer.role !== 'partner') throw new NotFound('links');
  const { partnerId } = viewer;
  return readIn(scopeOf(viewer, partnerId), async (query) => {
    const values = [partnerId, asked.requestId];
    const [counted] = await query<{ total: number }>(
      `SELECT count(*) AS total FROM request_link l WHERE ${WANTED}`,
      values,
    );
    const total = counted?.total ?? 0;
    const pages = Math.max(1, Math.ceil(total / PAGE_SIZE));
    const page = Math.min(asked.page, pages);
    const links = await query<RequestLink>(LIST, [...values, now, (page - 1) * PAGE_SIZE]);
    return { links, total, page, pages };
  });
}

const WANTED = `l.partner_id = $1 AND ($2::text IS NULL OR l.request_id = $2)`;

const LIST = `
  SELECT ${REQUEST_LINK}
  FROM (
    SELECT * FROM request_link l WHERE ${WANTED}
    ORDER BY (l.withdrawn_at IS NULL AND l.expires_at > $3) DESC, l.at DESC, l.id LIMIT ${PAGE_SIZE} OFFSET $4
  ) l
  JOIN port_request r ON r.partner_id = l.partner_id AND r.id = l.request_id
  JOIN account a ON a.partner_id = r.partner_id AND a.id = r.account_id
  ORDER BY (l.withdrawn_at IS NULL AND l.expires_at > $3) DESC, l.at DESC, l.id`;
