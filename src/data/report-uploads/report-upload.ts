import type { ReportRun } from '#domain/import/report-run.ts';
import type { Scope } from '../tenant.ts';

/** The porting team's scope: all partners. */
export const STAFF: Scope = { role: 'portal_staff' };

/** A report that a lead uploaded, without its file. `run` is the last one; null before the first. */
export type ReportUpload = {
  id: string;
  at: Date;
  actor: string;
  partner: { slug: string; name: string };
  fileName: string;
  sha256: string;
  run: ReportRun | null;
  /** When its run was last heard of. */
  heardAt: Date | null;
};

/** The SELECT of ReportUploads, to be followed by a condition over u (report_upload). */
export const SELECT_REPORTS = `
  SELECT u.id, u.at, u.actor, jsonb_build_object('slug', p.slug, 'name', p.name) AS partner, u.file_name AS "fileName",
    u.sha256, u.run, u.heard_at AS "heardAt"
  FROM report_upload u JOIN partner p ON p.id = u.partner_id`;
