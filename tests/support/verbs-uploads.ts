import { beginReportRun } from '#data/report-uploads/begin-report-run.ts';
import { keepReportUpload } from '#data/report-uploads/keep-report-upload.ts';
import { listReportUploads } from '#data/report-uploads/list-report-uploads.ts';
import { noteReportRun } from '#data/report-uploads/note-report-run.ts';
import { readReportUpload } from '#data/report-uploads/read-report-upload.ts';
import { readReportUploadFile } from '#data/report-uploads/read-report-upload-file.ts';
import { applyUpload } from '#data/uploads/apply-upload.ts';
import { keepUpload } from '#data/uploads/keep-upload.ts';
import { listMappings } from '#data/uploads/list-mappings.ts';
import { listUploadRows } from '#data/uploads/list-upload-rows.ts';
import { listUploads } from '#data/uploads/list-uploads.ts';
import { previewUpload } from '#data/uploads/preview-upload.ts';
import { readProgress } from '#data/uploads/read-progress.ts';
import { readSummary } from '#data/uploads/read-summary.ts';
import { readUpload } from '#data/uploads/read-upload.ts';
import { readUploadFile } from '#data/uploads/read-upload-file.ts';
import { streamUploadRows } from '#data/uploads/stream-upload-rows.ts';
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
const STAFF: Record<Person, Outcome> = { ...NOBODY, 'a porting agent': 'may', 'a porting lead': 'may' };
const STAFF_SEE: Record<Person, Outcome> = {
  ...NOBODY,
  'a porting agent': 'sees',
  'a porting lead': 'sees',
};
const LEADS: Record<Person, Outcome> = { ...NOBODY, 'a porting lead': 'may' };
const LEADS_SEE: Record<Person, Outcome> = { ...NOBODY, 'a porting lead': 'sees' };

const NOW = new Date('2026-11-24T17:00:00Z');
const FILE = { fileName: 'a.csv', sha256: 'a'.repeat(64), content: Buffer.from('a') };
const NOTHING = { mapping: {}, mappingName: null, rows: [] };

/** The lists of carriers, and the reports that leads upload. */
export const UPLOAD_VERBS: Record<string, Verb> = {
  'report-uploads/begin-report-run.ts beginReportRun': verb(LEADS, (viewer, { uploads }) =>
    beginReportRun(viewer, uploads.report, 'import', NOW),
  ),
  'report-uploads/keep-report-upload.ts keepReportUpload': verb(LEADS, (viewer, { partner }) =>
    keepReportUpload(viewer, { ...FILE, partner: partner.slug }, NOW),
  ),
  'report-uploads/list-report-uploads.ts listReportUploads': verb(LEADS_SEE, listReportUploads),
  'report-uploads/note-report-run.ts noteReportRun': verb(LEADS, (viewer, { uploads }) => {
    const run = { kind: 'import', by: 'X', beganAt: NOW.toISOString(), state: 'running' } as const;
    return noteReportRun(viewer, uploads.report, { ...run, step: 'reading', rows: 0 }, null, NOW);
  }),
  'report-uploads/read-report-upload.ts readReportUpload': verb(LEADS_SEE, (viewer, { uploads }) =>
    readReportUpload(viewer, uploads.report),
  ),
  'report-uploads/read-report-upload-file.ts readReportUploadFile': verb(LEADS_SEE, (viewer, { uploads }) =>
    readReportUploadFile(viewer, uploads.report, 'original'),
  ),
  'uploads/apply-upload.ts applyUpload': verb(STAFF, (viewer, { uploads }) =>
    applyUpload(viewer, uploads.list, uploads.list, NOW),
  ),
  'uploads/keep-upload.ts keepUpload': verb(STAFF, (viewer) =>
    keepUpload(viewer, { ...FILE, headers: ['a'], records: 1 }, NOW),
  ),
  'uploads/list-mappings.ts listMappings': verb(STAFF, listMappings),
  'uploads/list-upload-rows.ts listUploadRows': verb(STAFF_SEE, (viewer, { uploads }) =>
    listUploadRows(viewer, uploads.list, { show: 'all', page: 1 }),
  ),
  'uploads/list-uploads.ts listUploads': verb(STAFF_SEE, (viewer) => listUploads(viewer, null)),
  'uploads/preview-upload.ts previewUpload': verb(STAFF, async (viewer) => {
    const id = await keepUpload(viewer, { ...FILE, headers: ['a'], records: 1 }, NOW);
    return previewUpload(viewer, id, NOTHING, NOW);
  }),
  'uploads/read-progress.ts readProgress': verb(STAFF, (viewer, { uploads }) =>
    readProgress(viewer, uploads.list),
  ),
  'uploads/read-summary.ts readSummary': verb(STAFF, (viewer, { uploads }) =>
    readSummary(viewer, uploads.list),
  ),
  'uploads/read-upload.ts readUpload': verb(STAFF_SEE, (viewer, { uploads }) =>
    readUpload(viewer, uploads.list),
  ),
  'uploads/read-upload-file.ts readUploadFile': verb(STAFF_SEE, (viewer, { uploads }) =>
    readUploadFile(viewer, uploads.list),
  ),
  'uploads/stream-upload-rows.ts streamUploadRows': verb(STAFF_SEE, async (viewer, { uploads }) =>
    streamUploadRows(viewer, uploads.list, 'all').next(),
  ),
};

export const UPLOAD_PLUMBING = ['uploads/engine', 'uploads/upload.ts'];

function verb(outcomes: Verb['outcomes'], call: Verb['call']): Verb {
  return { call, marks: ({ marks }) => marks, outcomes };
}
