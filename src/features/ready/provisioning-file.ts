import 'server-only';
import { streamProvisioningCsv } from '#data/assignments/stream-provisioning-csv.ts';
import { streamProvisioningRows } from '#data/assignments/stream-provisioning-rows.ts';
import type { SnapshotFacts } from '#data/report/query/snapshot-facts.ts';
import type { ReportFacts } from '#documents/report-document.ts';
import { wholeRecords } from '#documents/whole-records.ts';
import { confidentiality } from '#domain/confidential.ts';
import { NotFound } from '#domain/not-found.ts';
import { pacificDate } from '#domain/pacific-time.ts';
import { PROVISIONING_COLUMNS, type ProvisioningOf } from '#domain/provisioning.ts';
import type { Viewer } from '#domain/viewer.ts';
import type { FileAsked } from './url.ts';

type Partner = { id: number; slug: string; name: string };

const TITLES: Record<ProvisioningOf, string> = {
  ready: 'Numbers ready to assign',
  assigned: 'Assigned numbers',
};

/** The name of a file for provisioning, which says whose it is and of which (Pacific) day. */
export function provisioningFileName({ of, format }: FileAsked, slug: string, asOf: Date): string {
  return `numbers-${of}-${slug}-${pacificDate(asOf)}.${format}`;
}

/** The keys of its columns, for its receipt. */
export function provisioningColumns({ of }: FileAsked): string[] {
  return PROVISIONING_COLUMNS[of].map(({ key }) => key);
}

/**
 * Begins a file for provisioning: its facts, and its bytes as they are asked for, both of one snapshot. Aborting the signal
 * ends the query. Throws NotFound for a stranger.
 */
export async function makeProvisioningFile(
  viewer: Viewer,
  partner: Partner,
  { of, format, accountId, text }: FileAsked,
  signal: AbortSignal,
  onRows: (written: number) => void,
): Promise<{ facts: ReportFacts; bytes: AsyncIterable<Uint8Array> }> {
  const columns = PROVISIONING_COLUMNS[of];
  const asked = { of, filter: { accountId, text } };
  const said = (snapshot: SnapshotFacts) => factsOf(viewer, partner, asked, snapshot);
  if (format === 'xlsx') {
    const { writeXlsx } = await import('#documents/xlsx/write-xlsx.ts');
    const opened = await streamProvisioningRows(viewer, partner, asked, signal);
    const facts = said(opened.facts);
    return { facts, bytes: writeXlsx(facts, columns, opened.rows, signal, onRows) };
  }
  const { writeCsv } = await import('#documents/csv/write-csv.ts');
  const opened = await streamProvisioningCsv(viewer, partner, asked, signal);
  const facts = said(opened.facts);
  const write = (tell: (written: number) => void) => writeCsv(columns, opened.records, tell);
  return { facts, bytes: wholeRecords(facts.rows, write, onRows) };
}

function factsOf(
  viewer: Viewer,
  partner: Partner,
  { of, filter }: { of: ProvisioningOf; filter: { accountId: string | null; text: string | null } },
  snapshot: SnapshotFacts,
): ReportFacts {
  if (viewer.role === 'system') throw new NotFound('user');
  return {
    title: TITLES[of],
    confidentiality: confidentiality(partner.name),
    partner: partner.name,
    madeBy: { name: viewer.name, email: viewer.email },
    parameters: [
      of === 'ready' ? 'Ready to assign, not assigned yet' : 'Assigned',
      ...(filter.accountId === null ? [] : [`Account ${filter.accountId}`]),
      ...(filter.text === null ? [] : [`With “${filter.text}”`]),
    ],
    language: 'en',
    ...snapshot,
  };
}
