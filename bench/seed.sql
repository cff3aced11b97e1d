-- One partner of the bench: current_setting('bench.partner') and current_setting('bench.numbers'). The same input gives the
-- same rows: chance comes from hashes. Run as a superuser with session_replication_role = replica, which leaves out
-- triggers and foreign keys: the rows keep them by construction.

CREATE OR REPLACE FUNCTION pg_temp.chance(what text, i bigint) RETURNS double precision
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (hashtextextended(what || current_setting('bench.partner'), i) & 1048575) / 1048576.0;
CREATE OR REPLACE FUNCTION pg_temp.pick(choices text[], u double precision) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN choices[1 + floor(u * cardinality(choices))::int];

INSERT INTO partner (id, slug, name)
SELECT p, 'bench-' || p, 'Bench Partner ' || p FROM (SELECT current_setting('bench.partner')::int AS p);

INSERT INTO account (partner_id, id, username, company_name)
SELECT
  current_setting('bench.partner')::int,
  (7000000 + i * 13)::text,
  CASE WHEN pg_temp.chance('username', i) < 0.97 THEN
    lower(pg_temp.pick('{Harbor,Maple,Granite,Cedar,Summit,Prairie,Copper,Willow,Falcon,Juniper,Lakeside,Redwood}', pg_temp.chance('company', i))) || i
  END,
  CASE WHEN pg_temp.chance('nameless', i) < 0.98 THEN
    pg_temp.pick('{Harbor,Maple,Granite,Cedar,Summit,Prairie,Copper,Willow,Falcon,Juniper,Lakeside,Redwood}', pg_temp.chance('company', i))
    || ' ' || pg_temp.pick('{Dental,Logistics,Hardware,Medical Partners,Auto Parts,Travel,Law Group,Bakery,Insurance,Plumbing,Realty,Brewing,Optics,Freight,School District}', pg_temp.chance('trade', i))
    || ' ' || pg_temp.pick('{LLC,Inc.,& Sons,Co.,Group,of Ohio,of Texas,Northwest}', pg_temp.chance('form', i))
  END
FROM generate_series(1, greatest(current_setting('bench.numbers')::int / 200, 1)) i;

-- Order sizes: half of them single numbers, one in a thousand with 700; five on average.
CREATE TEMP TABLE size AS
SELECT i, upto - n AS after, least(upto, current_setting('bench.numbers')::int) - (upto - n) AS n
FROM (
  SELECT i, n, sum(n) OVER (ORDER BY i) AS upto
  FROM (
    SELECT i, CASE WHEN u < 0.5 THEN 1 WHEN u < 0.7 THEN 2 WHEN u < 0.85 THEN 4 WHEN u < 0.95 THEN 12
                   WHEN u < 0.995 THEN 30 WHEN u < 0.999 THEN 60 ELSE 700 END AS n
    FROM generate_series(1, current_setting('bench.numbers')::int / 4 + 10) i, LATERAL (SELECT pg_temp.chance('size', i) AS u)
  )
)
WHERE upto - n < current_setting('bench.numbers')::int;

-- Three orders in four begin a request of their own. The day is that of the order, two years back to today, rising.
CREATE TEMP TABLE made AS
SELECT
  i, n, after,
  1 + (i * 3 / 4) AS request,
  pg_temp.chance('toll-free', i) < 0.14 AS toll_free,
  pg_temp.chance('status', i) AS s,
  date '2026-11-24' - (730 * (1 - sqrt((i + 4000 * pg_temp.chance('day', i)) / ((SELECT max(i) FROM size) + 4000))))::int AS day
FROM size;

INSERT INTO port_request (partner_id, id, account_id, case_number)
SELECT
  current_setting('bench.partner')::int,
  (500000 + request)::text,
  (7000000 + (1 + floor((SELECT count(*) FROM account WHERE partner_id = current_setting('bench.partner')::int) * pg_temp.chance('account', request) ^ 1.6)::int) * 13)::text,
  CASE WHEN pg_temp.chance('case', request) < 0.95 THEN (4000000 + request * 7 % 1048576 * 3)::text END
FROM (SELECT DISTINCT request FROM made)
ORDER BY request;

INSERT INTO port_order (
  partner_id, id, request_id, account_id, toll_free, detailed_status, priority, submitted_on, estimated_on, foc_on, foc_time,
  created_on, requested_on, approved_on, location, coordinator, reject_reason, number_count, case_key
)
SELECT
  r.partner_id,
  r.partner_id * 100000000::bigint + i,
  r.id,
  r.account_id,
  toll_free,
  detailed::detailed_status,
  CASE WHEN NOT toll_free AND pg_temp.chance('expedite', i) < 0.03 THEN 'expedite' ELSE 'standard' END::priority,
  CASE WHEN pg_temp.chance('submitted', i) < CASE WHEN toll_free THEN 0.05 ELSE 0.6 END THEN day + (1 + 6 * pg_temp.chance('after', i))::int END,
  CASE WHEN detailed NOT IN ('waiting-for-loa', 'received-loa') OR s > 0.9 THEN day + (10 + 30 * pg_temp.chance('estimated', i))::int END,
  foc,
  CASE WHEN foc IS NOT NULL AND pg_temp.chance('timeless', i) < 0.95 THEN
    CASE WHEN n > 100 AND pg_temp.chance('time', i) < 0.3 THEN time '13:30' ELSE time '10:00' END
  END,
  CASE WHEN pg_temp.chance('dateless', i) < 0.99 THEN day END,
  CASE WHEN NOT toll_free AND pg_temp.chance('requested', i) < 0.05 THEN day + 30 END,
  CASE WHEN toll_free AND detailed IN ('accepted', 'completed') THEN day + 9 END,
  CASE WHEN pg_temp.chance('location', i) < 0.28 THEN
    pg_temp.pick('{Denver,Austin,Portland,Columbus,Tampa,Phoenix,Omaha,Raleigh,Boise,Tucson,Fresno,Dayton}', pg_temp.chance('city', i))
    || ' ' || pg_temp.pick('{HQ,Warehouse,Branch,Clinic,Showroom,Suite}', pg_temp.chance('site', i)) || ' ' || (i % 40 + 1)
  END,
  CASE WHEN pg_temp.chance('coordinator', i) < 0.28 THEN
    pg_temp.pick('{Ana,Ben,Carla,Dev,Elif,Femi,Grace,Hugo,Ines,Jonas}', pg_temp.chance('first', i))
    || ' ' || pg_temp.pick('{Abbott,Brandt,Castillo,Dunn,Eriksen,Farouk,Goldberg,Huang,Ibarra,Jensen,Keller,Lopez}', pg_temp.chance('last', i))
  END,
  CASE WHEN detailed = 'rejected' OR pg_temp.chance('rejected', i) < 0.05 THEN
    pg_temp.pick(
      ARRAY[
        'The account number does not belong to this number. Send the one on the latest bill.',
        'The service address differs from the one that the losing carrier has on file.',
        'A port-out PIN is required and was missing or wrong.',
        'The number is not active with the carrier that was named.',
        'Another order is already pending on this account; it has to be completed or cancelled first.',
        'The name of the person who signed is not authorised on the account. Ask the end user for a letter signed by the person named on the bill.',
        'Partial port of a multi-line account: say what becomes of the billing number.',
        'The requested date is sooner than the losing carrier allows.'
      ],
      pg_temp.chance('reason', i)
    )
  END,
  n,
  case_key(r.case_number)
FROM (
  SELECT
    *,
    CASE WHEN detailed IN ('firm-order-confirmation', 'confirmed', 'completed') AND NOT toll_free
      THEN day + (14 + 25 * pg_temp.chance('foc', i))::int
    END AS foc
  FROM (
    SELECT *, CASE
      WHEN s < 0.40 THEN 'completed' WHEN s < 0.46 THEN 'cancelled' WHEN s < 0.49 THEN 'closed-as-incomplete'
      WHEN s < 0.55 THEN 'waiting-for-loa' WHEN s < 0.61 THEN 'rejected' WHEN s < 0.66 THEN 'additional-info-required'
      WHEN s < 0.70 THEN 'received-loa' WHEN s < 0.74 THEN 'reviewed' WHEN s < 0.79 THEN 'submitted'
      WHEN s < 0.86 THEN 'pending-carrier-response' WHEN s < 0.88 THEN 'additional-information-provided'
      WHEN s < 0.90 THEN 'tentative-order-acceptance'
      WHEN toll_free THEN 'accepted' WHEN s < 0.99 THEN 'firm-order-confirmation' ELSE 'confirmed'
    END AS detailed
    FROM made
  )
) m
JOIN port_request r ON r.partner_id = current_setting('bench.partner')::int AND r.id = (500000 + m.request)::text
ORDER BY i;

-- Fictional numbers: exchange 555 of 504 area codes; toll-free ones have too few area codes and take the exchanges beside it.
INSERT INTO port_number (partner_id, request_id, phone, order_id)
SELECT
  current_setting('bench.partner')::int,
  (500000 + request)::text,
  CASE WHEN toll_free THEN
    '+1' || (ARRAY['800', '833', '844', '855', '866', '877', '888'])[1 + far % 700000 / 100000] || (550 + far / 10000 % 10)::text
  ELSE
    '+1' || (ARRAY['2', '3', '4', '5', '6', '7', '9'])[1 + area / 72] || (area / 8 % 9)::text || (2 + area % 8)::text || '555'
  END || lpad((far % 10000)::text, 4, '0'),
  current_setting('bench.partner')::int * 100000000::bigint + i
FROM made,
  LATERAL (SELECT (after + k) * 7919 % 5040000 AS far FROM generate_series(1, n) k) numbers,
  LATERAL (SELECT (far / 10000)::int AS area) areas
ORDER BY i;

DROP TABLE made, size;
