-- The desk's bench: current_setting('bench.orders') orders of a hundred partners, three years back to today, most of them
-- ported. The same input gives the same rows: chance comes from hashes. Run as a superuser with
-- session_replication_role = replica, which leaves out triggers and foreign keys: the rows keep them by construction.

CREATE OR REPLACE FUNCTION pg_temp.chance(what text, i bigint) RETURNS double precision
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (hashtextextended(what, i) & 1048575) / 1048576.0;
CREATE OR REPLACE FUNCTION pg_temp.pick(choices text[], u double precision) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN choices[1 + floor(u * cardinality(choices))::int];

INSERT INTO partner (id, slug, name)
SELECT p, 'desk-' || p,
  pg_temp.pick('{Harborlight,Quarry Bay,Meridian,Northwind,Saltbox,Kestrel,Tallgrass,Ironwood,Fernhill,Cobalt}', pg_temp.chance('partner', p))
  || ' ' || pg_temp.pick('{Voice,Telecom,Cloud,Networks,Connect}', pg_temp.chance('trade', p)) || ' ' || p
FROM generate_series(1, 100) p;

-- Three orders in four begin a request of their own. One partner has an eighth of all requests, most have half a percent.
CREATE TEMP TABLE made AS
SELECT
  *, sum(n) OVER (ORDER BY i) - n AS after
FROM (SELECT
  i,
  request,
  partner,
  greatest(current_setting('bench.orders')::int / 80000, 1) * (100 - partner) / 20 + 3 AS accounts,
  pg_temp.chance('toll-free', i) < 0.14 AS toll_free,
  pg_temp.chance('status', i) AS s,
  date '2026-11-24' - age AS day,
  age,
  CASE WHEN u < 0.6 THEN 1 WHEN u < 0.8 THEN 2 WHEN u < 0.92 THEN 4 WHEN u < 0.98 THEN 8 WHEN u < 0.999 THEN 20 ELSE 200 END AS n,
  pg_temp.chance('open', i) < exp(-age / 30.0) AS open
FROM generate_series(1, current_setting('bench.orders')::int) i,
  LATERAL (SELECT 1 + (i * 3::bigint / 4) AS request) r,
  LATERAL (SELECT 1 + floor(100 * pg_temp.chance('of', request) ^ 2.2)::int AS partner) p,
  LATERAL (SELECT pg_temp.chance('size', i) AS u) size,
  LATERAL (SELECT (1095 * (1 - sqrt(i / current_setting('bench.orders')::double precision)))::int AS age) day
);

INSERT INTO account (partner_id, id, username, company_name)
SELECT
  partner,
  (7000000 + partner * 1000 + i)::text,
  lower(pg_temp.pick('{Harbor,Maple,Granite,Cedar,Summit,Prairie,Copper,Willow,Falcon,Juniper,Lakeside,Redwood}', pg_temp.chance('company', partner * 1000 + i))) || partner || i,
  pg_temp.pick('{Harbor,Maple,Granite,Cedar,Summit,Prairie,Copper,Willow,Falcon,Juniper,Lakeside,Redwood}', pg_temp.chance('company', partner * 1000 + i))
    || ' ' || pg_temp.pick('{Dental,Logistics,Hardware,Medical Partners,Auto Parts,Travel,Law Group,Bakery,Insurance,Plumbing,Realty,Brewing,Optics,Freight,School District}', pg_temp.chance('business', partner * 1000 + i))
    || ' ' || pg_temp.pick('{LLC,Inc.,& Sons,Co.,Group,of Ohio,of Texas,Northwest}', pg_temp.chance('form', partner * 1000 + i))
FROM (SELECT DISTINCT partner, accounts FROM made), generate_series(1, accounts) i;

INSERT INTO port_request (partner_id, id, account_id, case_number)
SELECT
  partner,
  (500000 + request)::text,
  (7000000 + partner * 1000 + 1 + floor(accounts * pg_temp.chance('account', request) ^ 1.6)::int)::text,
  CASE WHEN pg_temp.chance('case', request) < 0.95 THEN (4000000 + request * 3)::text END
FROM (SELECT DISTINCT partner, accounts, request FROM made)
ORDER BY request;

INSERT INTO port_order (
  partner_id, id, request_id, account_id, toll_free, detailed_status, status_since, submitted_on, estimated_on, foc_on, foc_time,
  created_on, approved_on, reject_reason, number_count, changed_by, updated_at, case_key
)
SELECT
  partner,
  30000000 + i,
  (500000 + request)::text,
  (7000000 + partner * 1000 + 1 + floor(accounts * pg_temp.chance('account', request) ^ 1.6)::int)::text,
  toll_free,
  detailed::detailed_status,
  since,
  CASE WHEN NOT toll_free AND detailed NOT IN ('waiting-for-loa', 'received-loa', 'reviewed') THEN day + 2 END,
  CASE WHEN detailed NOT IN ('waiting-for-loa', 'received-loa') THEN day + (10 + 30 * pg_temp.chance('estimated', i))::int END,
  foc,
  CASE WHEN foc IS NOT NULL THEN time '10:00' END,
  day,
  CASE WHEN toll_free AND detailed IN ('accepted', 'completed') THEN day + 9 END,
  CASE WHEN detailed = 'rejected' THEN 'Account number does not match' END,
  n,
  CASE WHEN pg_temp.chance('changed', i) < 0.9 THEN pg_temp.pick('{Maya Okafor,Jonas Keller,Ana Castillo,Femi Abbott,system: import}', pg_temp.chance('by', i)) END,
  since,
  CASE WHEN pg_temp.chance('case', request) < 0.95 THEN case_key((4000000 + request * 3)::text) END
FROM (
  SELECT
    *,
    CASE
      WHEN NOT toll_free AND detailed IN ('firm-order-confirmation', 'confirmed') THEN date '2026-11-20' + (18 * pg_temp.chance('foc', i))::int
      WHEN NOT toll_free AND detailed = 'completed' THEN day + least(age, (14 + 30 * pg_temp.chance('foc', i))::int)
    END AS foc,
    (day + least(age, (CASE WHEN open THEN age ELSE 30 END * pg_temp.chance('since', i))::int)) + time '16:00' + interval '1 second' * (i % 28000) AS since
  FROM (
    SELECT *, CASE
      WHEN NOT open THEN CASE WHEN s < 0.91 THEN 'completed' WHEN s < 0.97 THEN 'cancelled' ELSE 'closed-as-incomplete' END
      WHEN s < 0.08 THEN 'waiting-for-loa' WHEN s < 0.16 THEN 'rejected' WHEN s < 0.20 THEN 'additional-info-required'
      WHEN s < 0.28 THEN 'received-loa' WHEN s < 0.36 THEN 'reviewed' WHEN s < 0.50 THEN 'submitted'
      WHEN s < 0.66 THEN 'pending-carrier-response' WHEN s < 0.70 THEN 'additional-information-provided'
      WHEN s < 0.72 THEN 'tentative-order-acceptance'
      WHEN toll_free THEN 'accepted' WHEN s < 0.97 THEN 'firm-order-confirmation' ELSE 'confirmed'
    END AS detailed
    FROM made
  )
)
ORDER BY i;

-- Fictional numbers: exchange 555 of 504 area codes; toll-free ones have too few area codes and take the exchanges beside it.
INSERT INTO port_number (partner_id, request_id, phone, order_id)
SELECT
  partner,
  (500000 + request)::text,
  CASE WHEN toll_free THEN
    '+1' || (ARRAY['800', '833', '844', '855', '866', '877', '888'])[1 + far % 700000 / 100000] || (550 + far / 10000 % 10)::text
  ELSE
    '+1' || (ARRAY['2', '3', '4', '5', '6', '7', '9'])[1 + area / 72] || (area / 8 % 9)::text || (2 + area % 8)::text || '555'
  END || lpad((far % 10000)::text, 4, '0'),
  30000000 + i
FROM made,
  LATERAL (SELECT (after + k) * 7919 % 5040000 AS far FROM generate_series(1, n) k) numbers,
  LATERAL (SELECT (far / 10000)::int AS area) areas
ORDER BY i;

DROP TABLE made;
