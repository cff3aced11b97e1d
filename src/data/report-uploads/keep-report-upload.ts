import { NotFound } from '#domain/not-found.ts';
import { demand } from '#domain/permissions.ts';
import type { Viewer } from '#domain/viewer.ts';
import { writeIn } from '../tenant.ts';
import { STAFF } from './report-upload.ts';

/** A report as it came. `partner` is a slug; `sha256` is of its bytes, in hexadecimal. */
export type NewReportUpload = { partner: string; fileName: string; sha256: string; content: Buffer };

/** Keeps a report for a partner, to be imported. Returns its id. Throws NotFound when there is no such partner. */
export async function keepReportUpload(viewer: Viewer, report: NewReportUpload, now: Date): Promise<string> {
  demand(viewer, 'orders.import');
  if (viewer.role === 'system') throw new NotFound('user');
  const { partner, fileName, sha256, content } = report;
  return writeIn(STAFF, async (query) => {
    const [kept] = await query<{ id: string }>(
      `INSERT INTO report_upload (partner_id, at, actor_id, actor, file_name, sha256, content)
       SELECT id, $2, $3, $4, $5, $6, $7 FROM partner WHERE slug = $1 RETURNING id`,
      [partner, now, viewer.userId, viewer.name, fileName, sha256, content],
    );
    if (!kept) throw new NotFound('partner');
    return kept.id;
  });
}
