import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { DETAILED_FACTS, parseDetailedStatus, STATUS_FACTS, STATUSES } from '#domain/status.ts';
import type { FileImported } from '#features/import/import-file.ts';
import { makePartner, type Partner } from '../support/factories.ts';
import { asOwner } from '../support/owner.ts';
import { eventsOf, fileWith, importInto, rowVersions, summary } from './support.ts';

type Answers = {
  rejected: { line: number; because: string; value: string }[];
  byStatus: Record<string, number>;
  byDetailedStatus: Record<string, number>;
  byAccount: Record<string, number>;
  requests: number;
  tollFree: number;
  local: number;
  readyToAssign: number;
  probes: Record<string, string | null>[];
};

const answers: Answers = JSON.parse(readFileSync('tests/fixtures/porting-report.answers.json', 'utf8'));
const report = gunzipSync(readFileSync('tests/fixtures/porting-report.csv.gz'));

const ROWS = `port_number n
  JOIN port_order o ON o.partner_id = n.partner_id AND o.id = n.order_id
  JOIN account a ON a.partner_id = o.partner_id AND a.id = o.account_id
  WHERE n.partner_id = $1`;

describe('a report of 20,026 rows that is as untidy as real ones', () => {
  let partner: Partner;
  let first: FileImported;

  beforeAll(async () => {
    partner = await makePartner();
    first = await importInto(partner, await fileWith(report, 'porting-report.csv'));
  });

  async function counts(what: string): Promise<Record<string, number>> {
    const rows = await asOwner<{ key: string; n: number }>(
      `SELECT ${what} AS key, count(*)::int AS n FROM ${ROWS} GROUP BY 1`,
      [partner.id],
    );
    return Object.fromEntries(rows.map(({ key, n }) => [key, n]));
  }

  it('goes in but for the rows that cannot be read', () => {
    expect(summary(first)).toBe('20026 = 20000 imported + 0 unchanged + 26 rejected');
  });

  it('has exactly these rows rejected, by record number, field and value', () => {
    const labels: Record<string, string> = {
      status: 'status',
      'phone number': 'phone',
      'order creation date': 'createdOn',
      'account id': 'accountId',
      'request id': 'requestId',
      'detailed status': 'detailedStatus',
      'detailed status does not belong to status': 'detailedStatus',
    };
    expect(first.rejections.map(({ record, field, value }) => ({ record, field, value }))).toEqual(
      answers.rejected.map(({ line, because, value }) => ({ record: line, field: labels[because], value })),
    );
    const contradiction = answers.rejected.find(({ because }) => because.includes('belong'));
    expect(first.rejections.find(({ record }) => record === contradiction?.line)?.reason).toContain(
      'does not belong to the status',
    );
  });

  it('has as many numbers in each status, detailed status and account as it should', async () => {
    const labelled = Object.fromEntries(STATUSES.map((status) => [status, STATUS_FACTS[status].label]));
    const byStatus = Object.entries(await counts('port_status(o.detailed_status)'));
    expect(Object.fromEntries(byStatus.map(([status, n]) => [labelled[status], n]))).toEqual(
      answers.byStatus,
    );
    const detailed = Object.entries(answers.byDetailedStatus).map(([label, n]) => [
      parseDetailedStatus(label),
      n,
    ]);
    expect(await counts('o.detailed_status::text')).toEqual(Object.fromEntries(detailed));
    expect(await counts('o.account_id')).toEqual(answers.byAccount);
  });

  it('has as many requests, toll-free, local and assignable numbers as it should', async () => {
    const [found] = await asOwner(
      `SELECT count(DISTINCT n.request_id)::int AS requests, count(*) FILTER (WHERE n.toll_free)::int AS "tollFree",
         count(*) FILTER (WHERE NOT n.toll_free)::int AS local,
         count(*) FILTER (WHERE ready_to_assign(o.toll_free, o.detailed_status, o.foc_on, o.approved_on))::int AS "readyToAssign"
       FROM ${ROWS}`,
      [partner.id],
    );
    const { requests, tollFree, local, readyToAssign } = answers;
    expect(found).toEqual({ requests, tollFree, local, readyToAssign });
  });

  it.each(answers.probes)('has $phone with all its facts', async (probe) => {
    const [found] = await asOwner(
      `SELECT n.phone, n.request_id AS "requestId", o.account_id AS "accountId", a.company_name AS company,
         o.detailed_status::text AS detailed, o.foc_on AS "confirmedDate", o.estimated_on AS "estimatedDate",
         o.created_on AS "orderCreated", o.approved_on AS "approvedDate", o.reject_reason AS "rejectReason"
       FROM ${ROWS} AND n.phone = $2`,
      [partner.id, probe.phone],
    );
    const { status, detailedStatus, ...facts } = probe;
    const detailed = parseDetailedStatus(detailedStatus ?? '');
    expect(found).toEqual({ ...facts, detailed });
    expect(detailed && STATUS_FACTS[DETAILED_FACTS[detailed].status].label).toBe(status);
  });

  it('has one event for each order, that it was created', async () => {
    const events = await eventsOf(partner);
    expect(events).toHaveLength(first.written.ordersCreated);
    expect(new Set(events.map(({ order }) => order)).size).toBe(events.length);
    expect(new Set(events.map(({ kind, actor, visible }) => `${kind} ${actor} ${visible}`))).toEqual(
      new Set(['created system: import true']),
    );
  });

  it('changes nothing when it is imported again, and writes no event', async () => {
    const before = await rowVersions(partner);
    const again = await importInto(partner, await fileWith(report, 'porting-report.csv'));
    expect(summary(again)).toBe('20026 = 0 imported + 20000 unchanged + 26 rejected');
    expect(again.events).toBe(0);
    expect(await rowVersions(partner)).toEqual(before);
    const runs = await asOwner(
      'SELECT file_name, length(sha256) AS sha256, actor, read, imported, unchanged, rejected FROM import_run WHERE partner_id = $1 ORDER BY id',
      [partner.id],
    );
    const run = {
      file_name: 'porting-report.csv',
      sha256: 64,
      actor: 'system: import',
      read: 20_026,
      rejected: 26,
    };
    expect(runs).toEqual([
      { ...run, imported: 20_000, unchanged: 0 },
      { ...run, imported: 0, unchanged: 20_000 },
    ]);
  });
});
