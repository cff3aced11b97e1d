import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { closeConnections } from '#data/connection.ts';
import { beginReportRun } from '#data/report-uploads/begin-report-run.ts';
import { keepReportUpload } from '#data/report-uploads/keep-report-upload.ts';
import { listReportUploads } from '#data/report-uploads/list-report-uploads.ts';
import { noteReportRun } from '#data/report-uploads/note-report-run.ts';
import { readReportUpload } from '#data/report-uploads/read-report-upload.ts';
import { readReportUploadFile } from '#data/report-uploads/read-report-upload-file.ts';
import { NotFound } from '#domain/not-found.ts';
import type { Viewer } from '#domain/viewer.ts';
import { runReport } from '#features/import/report/run-report.ts';
import { makePartner, type Partner } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';
import { makeUser } from '../support/users.ts';
import { viewerOf } from '../support/viewers.ts';

let lead: Viewer;
beforeAll(async () => {
  lead = viewerOf(await makeUser({ role: 'lead', name: 'Lena Brandt' }));
});
afterAll(closeConnections);

const REPORT = `Phone Number,Request ID,Account ID,Detailed Status
4155550140,500001,7001,Submitted
4155550141,500001,7001,Nonsense
`;
const NOW = new Date('2026-11-24T17:00:00Z');

function keep(partner: Partner, text: string): Promise<string> {
  const about = { partner: partner.slug, fileName: 'report.csv', sha256: 'a'.repeat(64) };
  return keepReportUpload(lead, { ...about, content: Buffer.from(text) }, NOW);
}

async function numbersOf(partner: Partner): Promise<number> {
  const [row] = await asOwner('SELECT count(*)::int AS n FROM port_number WHERE partner_id = $1', [
    partner.id,
  ]);
  return row?.n;
}

describe('a report that a lead uploads', () => {
  test('is tried first, then imported; what it rejected is a file', async () => {
    const partner = await makePartner();
    const id = await keep(partner, REPORT);
    expect(await runReport(lead, id, 'import')).toMatch(/nothing to do any more/);

    expect(await runReport(lead, id, 'dry-run')).toBeNull();
    const { run } = await readReportUpload(lead, id);
    expect(run).toMatchObject({
      ...{ kind: 'dry-run', state: 'done', by: 'Lena Brandt' },
      result: { read: 2, imported: 1, unchanged: 0, rejected: 1, ordersCreated: 1, numbersAdded: 1 },
    });
    expect(await numbersOf(partner)).toBe(0);
    const rejects = await readReportUploadFile(lead, id, 'rejects');
    expect(rejects.content.toString()).toMatch(
      /^Phone Number,.*\r\n4155550141,500001,7001,Nonsense,"?Detailed/,
    );

    expect(await runReport(lead, id, 'import')).toBeNull();
    expect((await readReportUpload(lead, id)).run).toMatchObject({ kind: 'import', state: 'done' });
    expect(await numbersOf(partner)).toBe(1);
    const events = await asOwner('SELECT actor FROM order_event WHERE partner_id = $1', [partner.id]);
    expect(events).toEqual([{ actor: 'Lena Brandt' }]);
    expect(await runReport(lead, id, 'dry-run')).toMatch(/nothing to do any more/);
    expect(await runReport(lead, id, 'import')).toMatch(/nothing to do any more/);
  });

  test('that cannot be imported says why, and has no rejects', async () => {
    const partner = await makePartner();
    const id = await keep(partner, 'TN,Status\n4155550140,FOC\n');
    expect(await runReport(lead, id, 'dry-run')).toBeNull();
    expect((await readReportUpload(lead, id)).run).toMatchObject({
      state: 'failed',
      because: expect.stringMatching(/^The file has no column for/),
      reference: null,
    });
    await expect(readReportUploadFile(lead, id, 'rejects')).rejects.toThrow(NotFound);
    expect(await beginReportRun(lead, id, 'import', NOW)).toBe(false);
  });

  test('is run by one at a time, until whoever runs it is silent for long', async () => {
    const id = await keep(await makePartner(), REPORT);
    expect(await beginReportRun(lead, id, 'dry-run', NOW)).toBe(true);
    expect(await beginReportRun(lead, id, 'dry-run', new Date(NOW.getTime() + 50_000))).toBe(false);
    const later = new Date(NOW.getTime() + 61_000);
    expect(await beginReportRun(lead, id, 'dry-run', later)).toBe(true);
    // The first one was not dead after all: what it says is not heard any more.
    const lost = { kind: 'dry-run', by: 'X', beganAt: NOW.toISOString(), state: 'failed' } as const;
    await noteReportRun(lead, id, { ...lost, because: 'It failed.', reference: null }, null, later);
    expect((await readReportUpload(lead, id)).run).toMatchObject({ state: 'running' });
  });

  test('is of a partner that is there, and is listed', async () => {
    const nobody = { id: 0, slug: 'no-such-partner', name: 'Nobody' };
    await expect(keep(nobody, REPORT)).rejects.toThrow(NotFound);
    const id = await keep(await makePartner(), REPORT);
    await asOwner(`UPDATE report_upload SET at = '2029-01-01' WHERE id = $1`, [id]);
    expect((await listReportUploads(lead)).map((report) => report.id)).toContain(id);
  });
});
