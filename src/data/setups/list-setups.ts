import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn, scopeOf } from '../tenant.ts';
import { partnerOf } from './engine/partner.ts';
import { SETUP } from './engine/setup-columns.ts';
import type { Setup } from './setup.ts';

/** How many set-ups are on a page of a list. */
export const SETUPS_PAGE = 25;

/** A set-up with what of it is not submitted yet, and what it has come to. */
export type ListedSetup = Setup & {
  /** Transfers that somebody has begun, and orders of new numbers, which are not submitted. */
  drafts: { transfers: number; orders: number };
  requests: number;
  /** Numbers that are being moved or were, and new ones that were asked for and that came. */
  moving: number;
  wanted: number;
  given: number;
};

export type SetupList = { setups: ListedSetup[]; total: number };

/** A page, from 1 on, of the partner's set-ups: those that were never submitted, or the others; the last changed first. */
export async function listSetups(
  viewer: Viewer,
  { which, page }: { which: 'open' | 'done'; page: number },
): Promise<SetupList> {
  demand(viewer, 'setups.read');
  const { partnerId } = partnerOf(viewer);
  return readIn(scopeOf(viewer, partnerId), async (query) => {
    const where = `s.partner_id = $1 AND s.submitted_at IS ${which === 'open' ? '' : 'NOT'} NULL`;
    const [counted] = await query<{ total: number }>(
      `SELECT count(*)::integer AS total FROM unite_setup s WHERE ${where}`,
      [partnerId],
    );
    const rows = await query<Row>(
      `SELECT ${SETUP}, ${COUNTS} FROM unite_setup s
       JOIN account a ON a.partner_id = s.partner_id AND a.id = s.account_id
       WHERE ${where} ORDER BY s.updated_at DESC, s.id DESC LIMIT $2 OFFSET $3`,
      [partnerId, SETUPS_PAGE, (page - 1) * SETUPS_PAGE],
    );
    return { setups: rows, total: counted?.total ?? 0 };
  });
}

type Row = ListedSetup;

const COUNTS = `json_build_object('transfers', (
    SELECT count(*)::integer FROM setup_transfer t WHERE t.partner_id = s.partner_id AND t.setup_id = s.id
      AND t.submitted_at IS NULL AND (t.carrier <> '' OR t.pasted <> '')
  ), 'orders', (
    SELECT count(*)::integer FROM number_order n WHERE n.partner_id = s.partner_id AND n.setup_id = s.id AND n.state = 'draft'
  )) AS drafts, (
    SELECT count(*)::integer FROM setup_transfer t WHERE t.partner_id = s.partner_id AND t.setup_id = s.id
      AND t.request_id IS NOT NULL
  ) AS requests, (
    SELECT coalesce(sum(o.number_count), 0)::integer FROM setup_transfer t
    JOIN port_order o ON o.partner_id = t.partner_id AND o.request_id = t.request_id
    WHERE t.partner_id = s.partner_id AND t.setup_id = s.id
  ) AS moving, (
    SELECT coalesce(sum(n.quantity), 0)::integer FROM number_order n
    WHERE n.partner_id = s.partner_id AND n.setup_id = s.id AND n.state IN ('requested', 'fulfilled')
  ) AS wanted, (
    SELECT coalesce(sum(cardinality(n.phones)), 0)::integer FROM number_order n
    WHERE n.partner_id = s.partner_id AND n.setup_id = s.id
  ) AS given`;
