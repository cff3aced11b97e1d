import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { readIn } from '../tenant.ts';
import { REJECT_REASON, type RejectReason } from './reject-reason.ts';

/** The common reasons of carriers, by their wording: those on offer, or with `retired` those that are offered no more. */
export async function listRejectReasons(
  viewer: Viewer,
  { retired = false }: { retired?: boolean } = {},
): Promise<RejectReason[]> {
  demand(viewer, 'desk.read');
  return readIn({ role: 'portal_staff' }, (query) =>
    query<RejectReason>(
      `SELECT ${REJECT_REASON} FROM reject_reason WHERE retired = $1 ORDER BY lower(reason), id`,
      [retired],
    ),
  );
}
