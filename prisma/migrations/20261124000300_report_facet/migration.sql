-- Where an order stands, in one small number: twice the place of its detailed status in the order of a port's life, plus
-- one when its numbers are ready to assign. Filters, counts and sorts by status read it; src/data/report/query/facet.ts says the
-- same, and a test compares the two.
CREATE FUNCTION order_facet(toll_free boolean, detailed detailed_status, foc_on date, approved_on date) RETURNS smallint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (
    2 * CASE detailed
      WHEN 'waiting-for-loa' THEN 0
      WHEN 'additional-info-required' THEN 1
      WHEN 'rejected' THEN 2
      WHEN 'received-loa' THEN 3
      WHEN 'reviewed' THEN 4
      WHEN 'submitted' THEN 5
      WHEN 'pending-carrier-response' THEN 6
      WHEN 'additional-information-provided' THEN 7
      WHEN 'tentative-order-acceptance' THEN 8
      WHEN 'accepted' THEN 9
      WHEN 'firm-order-confirmation' THEN 10
      WHEN 'confirmed' THEN 11
      WHEN 'completed' THEN 12
      WHEN 'cancelled' THEN 13
      WHEN 'closed-as-incomplete' THEN 14
    END + ready_to_assign(toll_free, detailed, foc_on, approved_on)::integer
  )::smallint;
ALTER TABLE "port_order" ADD COLUMN "facet" SMALLINT NOT NULL
  GENERATED ALWAYS AS (order_facet(toll_free, detailed_status, foc_on, approved_on)) STORED;

-- The default order, with all that filters, counts and stretches of the report need of an order: its rows are not visited.
DROP INDEX "port_order_newest_first";
CREATE INDEX "port_order_newest_first" ON "port_order" ("partner_id", "created_on" DESC NULLS LAST, "request_seq", "id")
  INCLUDE ("number_count", "facet", "toll_free", "account_id", "submitted_on", "estimated_on", "foc_on", "requested_on", "approved_on");
-- The counts of the whole report, and the few orders of a rare status.
CREATE INDEX "port_order_partner_id_facet_idx" ON "port_order" ("partner_id", "facet") INCLUDE ("number_count");

-- Find: texts and identifiers with so many digits that a whole phone number could stand in them are few.
CREATE INDEX "port_order_long_digits" ON "port_order" ("partner_id", "id")
  WHERE (coalesce(location, '') || coalesce(coordinator, '') || coalesce(reject_reason, '')) ~ '([0-9][^0-9]*){10}';
CREATE INDEX "port_request_long_digits" ON "port_request" ("partner_id", "id")
  WHERE length(id) >= 10 OR case_number ~ '([0-9][^0-9]*){10}';
