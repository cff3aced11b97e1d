import { legalMoves } from '#domain/legal-moves.ts';
import { DETAILED_STATUSES } from '#domain/status.ts';
import { actorName, type Viewer } from '#domain/viewer.ts';
import { ORDER_COLUMNS } from './order-columns.ts';
import type { ImportTransaction } from './transaction.ts';

/** What an event tells of single numbers: all of them, and in words at most ten of a kind. */
const TOLD = `
  CREATE TEMPORARY TABLE import_told ON COMMIT DROP AS
  WITH told AS (
    SELECT p.order_id, 1 AS way, n.phone
    FROM import_number n JOIN import_place p ON p.unit = n.leader AND NOT p.is_new
    WHERE n.from_order IS NULL
    UNION ALL
    SELECT to_order, 2, phone FROM import_move
    UNION ALL
    SELECT from_order, 3, phone FROM import_move
  ), named AS (
    SELECT order_id, array_agg(phone ORDER BY phone) AS numbers FROM told GROUP BY order_id
  ), counted AS (
    SELECT order_id, way, count(*) AS n, string_agg(phone, ', ' ORDER BY phone) FILTER (WHERE nr <= 10) AS phones
    FROM (SELECT *, row_number() OVER (PARTITION BY order_id, way ORDER BY phone) AS nr FROM told) numbered
    GROUP BY order_id, way
  )
  SELECT order_id, named.numbers,
    sum(CASE WHEN way = 3 THEN -n ELSE n END)::integer AS gain,
    string_agg(
      CASE way
        WHEN 1 THEN 'Added'
        WHEN 2 THEN 'Came from another order of the request'
        ELSE 'Went to another order of the request'
      END || ': ' || phones || CASE WHEN n > 10 THEN format(' and %s more', n - 10) ELSE '' END || '.',
      ' ' ORDER BY way
    ) AS note
  FROM counted JOIN named USING (order_id) GROUP BY order_id, named.numbers`;

const AS_REPORTED = 'As the imported report says.';

const CREATED = `
  INSERT INTO order_event (partner_id, order_id, actor_id, actor, kind, changes, note, visible_to_partner, numbers, version)
  SELECT $1, p.order_id, $2::uuid, $3, 'created',
    jsonb_build_array(jsonb_build_object(
      'field', 'detailedStatus', 'from', NULL, 'to', coalesce(g.detailed_status, b.detailed_status))),
    t.note, true, coalesce(t.numbers, '{}'), 1
  FROM import_place p
  LEFT JOIN import_group g ON g.leader = p.unit
  LEFT JOIN import_before b ON b.id = -p.unit
  LEFT JOIN import_told t ON t.order_id = p.order_id
  WHERE p.is_new
  ORDER BY p.order_id`;

const fields = ORDER_COLUMNS.map(({ key, column, text }, i) => {
  const was = `to_jsonb(${text(`b.${column}`)})`;
  return `(${i + 3}, '${key}', ${was}, CASE WHEN g.leader IS NULL THEN ${was} ELSE to_jsonb(${text(`g.${column}`)}) END)`;
});

const CHANGED = `
  INSERT INTO order_event (partner_id, order_id, actor_id, actor, kind, changes, note, visible_to_partner,
    numbers, version, status_since_was)
  SELECT $1, changed.order_id, $2::uuid, $3,
    CASE WHEN changed.only_numbers THEN 'numbers-moved' WHEN changed.no_move THEN 'corrected' ELSE 'changed' END,
    changed.changes, CASE WHEN changed.no_move THEN concat_ws(' ', '${AS_REPORTED}', changed.note) ELSE changed.note END,
    true, changed.numbers, changed.version + 1, changed.status_since
  FROM (
    SELECT t.order_id, n.note, coalesce(n.numbers, '{}') AS numbers, b.version, b.status_since,
      g.detailed_status <> b.detailed_status
        AND concat_ws(' ', b.detailed_status, g.detailed_status, b.toll_free) <> ALL ($4::text[]) AS no_move,
      coalesce(bool_and(v.field = 'numbers'), true) AS only_numbers,
      coalesce(jsonb_agg(jsonb_build_object('field', v.field, 'from', v.was, 'to', v.becomes) ORDER BY v.nr)
        FILTER (WHERE v.field IS NOT NULL), '[]') AS changes
    FROM import_touched t
    JOIN import_before b ON b.id = t.order_id
    LEFT JOIN import_group g ON g.leader = t.leader
    LEFT JOIN import_request r ON r.id = b.request_id
    LEFT JOIN import_told n ON n.order_id = t.order_id
    LEFT JOIN LATERAL (
      SELECT * FROM (VALUES
        (1, 'accountId', to_jsonb(b.account_id), to_jsonb(coalesce(r.account_id, b.account_id))),
        (2, 'caseNumber', to_jsonb(r.was_case_number), to_jsonb(r.case_number)),
        ${fields.join(',\n        ')},
        (99, 'numbers', to_jsonb(b.number_count), to_jsonb(b.number_count + coalesce(n.gain, 0)))
      ) AS v (nr, field, was, becomes)
      WHERE v.was IS DISTINCT FROM v.becomes
    ) v ON true
    GROUP BY t.order_id, n.note, n.numbers, b.version, b.status_since, b.toll_free, b.detailed_status, g.detailed_status
  ) changed
  ORDER BY changed.order_id`;

/** From what to what orders go, and whether toll-free ones: whatever else a report tells is a correction. */
const LEGAL_MOVES = (['local', 'toll-free'] as const).flatMap((type) =>
  DETAILED_STATUSES.flatMap((from) =>
    legalMoves(from, type).map((to) => `${from} ${to} ${type === 'toll-free' ? 't' : 'f'}`),
  ),
);

/** Writes one event for each order that was created or changed. Partners see them. Returns how many there were. */
export async function recordEvents(
  { client, partnerId }: ImportTransaction,
  viewer: Viewer,
): Promise<number> {
  const actorId = 'userId' in viewer ? viewer.userId : null;
  const values = [partnerId, actorId, actorName(viewer)];
  await client.query(TOLD);
  await client.query('CREATE INDEX ON import_told (order_id)');
  await client.query('ANALYZE import_told');
  const created = await client.query(CREATED, values);
  const changed = await client.query(CHANGED, [...values, LEGAL_MOVES]);
  return (created.rowCount ?? 0) + (changed.rowCount ?? 0);
}
