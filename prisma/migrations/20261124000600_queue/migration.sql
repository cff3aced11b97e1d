-- The desk's list, over all partners. Open orders (facets below 24) are few: whatever is asked of them is read from one
-- index that has all of it, with each status in the order of since when. By facet, because under row-level security
-- nothing is estimated from an enum. Among all orders a page is found by walking along its sort.
CREATE INDEX "port_order_open" ON "port_order" ("facet", "status_since", "id")
  INCLUDE (
    "partner_id", "number_count", "toll_free", "account_id", "request_id", "request_seq", "next_on", "foc_on", "estimated_on",
    "submitted_on", "created_on", "updated_at", "detailed_status"
  )
  WHERE "facet" < 24;
CREATE INDEX "port_order_id_idx" ON "port_order" ("id");
CREATE INDEX "port_order_request_seq_id_idx" ON "port_order" ("request_seq", "id");
CREATE INDEX "port_order_number_count_id_idx" ON "port_order" ("number_count", "id");
CREATE INDEX "port_order_status_since_id_idx" ON "port_order" ("status_since", "id");
CREATE INDEX "port_order_updated_at_id_idx" ON "port_order" ("updated_at", "id");

-- Orders of the same days lie close together. It knows which days each sixteen pages hold, and is next to nothing.
CREATE INDEX "port_order_days" ON "port_order"
  USING brin ("created_on", "submitted_on", "estimated_on", "foc_on", "status_since", "updated_at", "id", "request_seq")
  WITH (pages_per_range = 16, autosummarize = on);

-- How many orders of each status and type a partner has: from this index alone.
DROP INDEX "port_order_partner_id_facet_idx";
CREATE INDEX "port_order_partner_id_facet_idx" ON "port_order" ("partner_id", "facet") INCLUDE ("number_count", "toll_free");

-- The orders of an account. The one that goes had nothing that the unique index of a request's orders has not.
CREATE INDEX "port_order_partner_id_account_id_idx" ON "port_order" ("partner_id", "account_id");
DROP INDEX "port_order_partner_id_request_id_account_id_idx";

-- A case number as it sorts and is looked for: shorter before longer, so that 999 comes before 1000.
CREATE INDEX "port_request_case_key" ON "port_request" ((chr(32 + length("case_number")) || lower("case_number" COLLATE pg_c_utf8)));
