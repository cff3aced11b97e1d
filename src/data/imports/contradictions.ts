import type { ImportTransaction } from './transaction.ts';

/**
 * Rejects rows that the rows before them contradict, naming the record that stands: a request belongs to one account and
 * has one case number, and a number stands once in a request. The first row that says it wins.
 */
export async function rejectContradictions({ client }: ImportTransaction): Promise<void> {
  await client.query(OTHER_ACCOUNT);
  await client.query(OTHER_CASE_NUMBER);
  await client.query(REPEATED_NUMBER);
}

const OTHER_ACCOUNT = `
  WITH disputed AS (
    SELECT request_id FROM import_row WHERE reason IS NULL
    GROUP BY request_id HAVING min(account_id) <> max(account_id)
  ), first AS (
    SELECT DISTINCT ON (request_id) request_id, account_id, record
    FROM import_row WHERE reason IS NULL AND request_id IN (SELECT request_id FROM disputed)
    ORDER BY request_id, record
  )
  UPDATE import_row r SET field = 'accountId', value = r.account_id, reason = format(
    'Account ID "%s" contradicts record %s, where request %s belongs to account %s.',
    r.account_id, f.record, f.request_id, f.account_id)
  FROM first f
  WHERE r.reason IS NULL AND r.request_id = f.request_id AND r.account_id <> f.account_id`;

const OTHER_CASE_NUMBER = `
  WITH disputed AS (
    SELECT request_id FROM import_row WHERE reason IS NULL
    GROUP BY request_id HAVING min(case_number) <> max(case_number)
  ), first AS (
    SELECT DISTINCT ON (request_id) request_id, case_number, record
    FROM import_row
    WHERE reason IS NULL AND case_number IS NOT NULL AND request_id IN (SELECT request_id FROM disputed)
    ORDER BY request_id, record
  )
  UPDATE import_row r SET field = 'caseNumber', value = r.case_number, reason = format(
    'FP Case Number "%s" contradicts record %s, where request %s has case number %s.',
    r.case_number, f.record, f.request_id, f.case_number)
  FROM first f
  WHERE r.reason IS NULL AND r.request_id = f.request_id AND r.case_number <> f.case_number`;

const REPEATED_NUMBER = `
  WITH first AS (
    SELECT request_id, phone, min(record) AS record FROM import_row WHERE reason IS NULL
    GROUP BY request_id, phone HAVING count(*) > 1
  )
  UPDATE import_row r SET field = 'phone', value = r.phone, reason = format(
    CASE WHEN to_jsonb(r) - 'record' = to_jsonb(stands) - 'record'
      THEN 'Phone Number %s stands in request %s already, with the same facts, in record %s: this row adds nothing.'
      ELSE 'Phone Number %s stands in request %s already, with other facts, in record %s: only one of the two can hold.'
    END, r.phone, r.request_id, stands.record)
  FROM first f JOIN import_row stands ON stands.record = f.record
  WHERE r.reason IS NULL AND r.request_id = f.request_id AND r.phone = f.phone AND r.record > f.record`;
