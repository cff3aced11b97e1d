import type pg from 'pg';
import type { FieldKey } from '#domain/columns.ts';
import { demand } from '#domain/permissions.ts';
import { actorName, type Viewer } from '#domain/viewer.ts';
import { beginSql } from '../tenant.ts';
import { fillAbsentColumns } from './absent-columns.ts';
import { countRows, findChanges } from './changes.ts';
import { rejectContradictions } from './contradictions.ts';
import { recordEvents } from './events.ts';
import { withImportLock } from './exclusive.ts';
import { groupRows } from './groups.ts';
import { findOrCreatePartner, type PartnerFound, type PartnerWanted } from './partner.ts';
import { placeGroups } from './placing.ts';
import { type Rejection, readRejections } from './rejections.ts';
import { type ReadRecord, stage } from './staging.ts';
import { tidyUp } from './tidy.ts';
import type { ImportTransaction } from './transaction.ts';
import { findWarnings, type ImportWarnings } from './warnings.ts';
import { type Written, writeChanges } from './writing.ts';

export type ImportJob = {
  partner: PartnerWanted;
  file: { name: string; sha256: string };
  /** The fields that the file has columns for: it says nothing of the others. */
  given: ReadonlySet<FieldKey>;
  rows: AsyncIterable<ReadRecord>;
  /** Does everything, then takes it back. */
  dryRun: boolean;
  /** Gets the rejected rows before anything is final; what it throws undoes the import. */
  onRejections: (rejections: AsyncIterable<Rejection>) => Promise<void>;
  /** Another import for the partner runs, and is waited for. */
  onWait: () => void;
  onStep: (step: 'comparing' | 'writing' | 'tidying') => void;
};

export type ImportResult = {
  partner: PartnerFound;
  /** read = imported + unchanged + rejected */
  read: number;
  imported: number;
  unchanged: number;
  rejected: number;
  written: Written;
  events: number;
  warnings: ImportWarnings;
};

/**
 * Imports rows into a partner's orders, in one transaction: all of it, or, whatever happens, nothing. Throws
 * ImportImpossible for what the asker can mend.
 */
export async function importReport(viewer: Viewer, job: ImportJob): Promise<ImportResult> {
  demand(viewer, 'orders.import');
  if (job.partner.createAs !== null) demand(viewer, 'partners.create');
  return withImportLock(job.partner.slug, job.onWait, async (client) => {
    // A snapshot: what somebody else changes meanwhile ends the import instead of being overwritten.
    await client.query(beginSql('BEGIN ISOLATION LEVEL REPEATABLE READ', { role: 'portal_staff' }));
    await client.query(SETTINGS);
    const result = await importWithin(viewer, client, job);
    await client.query(job.dryRun ? 'ROLLBACK' : 'COMMIT');
    if (job.dryRun) return result;
    job.onStep('tidying');
    await tidyUp(client, result.imported);
    return result;
  });
}

/**
 * For set-based work on millions of rows; and the death of our process is seen even in the midst of a long statement, where
 * the database's platform can see it.
 */
const SETTINGS = `
  SET LOCAL application_name = 'portal-import'; SET LOCAL work_mem = '96MB'; SET LOCAL temp_buffers = '64MB'; SET LOCAL jit = off;
  DO $$ BEGIN PERFORM set_config('client_connection_check_interval', '1s', true); EXCEPTION WHEN OTHERS THEN NULL; END $$`;

async function importWithin(viewer: Viewer, client: pg.PoolClient, job: ImportJob): Promise<ImportResult> {
  const partner = await findOrCreatePartner(client, viewer, job.partner);
  const actor = actorName(viewer);
  const transaction: ImportTransaction = { client, partnerId: partner.id, actor, given: job.given };
  const read = await stage(client, job.rows);
  job.onStep('comparing');
  await rejectContradictions(transaction);
  await fillAbsentColumns(transaction);
  await groupRows(transaction);
  await placeGroups(transaction);
  await findChanges(transaction);
  const { imported, unchanged } = await countRows(transaction);
  const rejected = read - imported - unchanged;
  job.onStep('writing');
  const written = await writeChanges(transaction);
  const events = await recordEvents(transaction, viewer);
  const warnings = await findWarnings(transaction);
  await client.query(
    `INSERT INTO import_run (partner_id, actor, file_name, sha256, read, imported, unchanged, rejected)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [partner.id, actor, job.file.name, job.file.sha256, read, imported, unchanged, rejected],
  );
  await job.onRejections(readRejections(client));
  return { partner, read, imported, unchanged, rejected, written, events, warnings };
}
