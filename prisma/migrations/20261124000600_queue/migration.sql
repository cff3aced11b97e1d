-- The desk's list, over all partners. Open orders are few: whatever is asked of them is read from one index that has all
-- of it. Among all orders a page is found by walking along its sort.
CREATE INDEX "port_order_open" ON "port_order" ("partner_id", "id")
  INCLUDE (
    "detailed_status", "toll_free", "account_id", "request_id", "request_seq", "number_count", "status_since", "next_on", "foc_on",
    "estimated_on", "submitted_on", "created_on", "updated_at"
  )
  WHERE "detailed_status" NOT IN ('completed', 'cancelled', 'closed-as-incomplete');
CREATE INDEX "port_order_id_idx" ON "port_order" ("id");
CREATE INDEX "port_order_request_seq_id_idx" ON "port_order" ("request_seq", "id");
CREATE INDEX "port_order_number_count_id_idx" ON "port_order" ("number_count", "id");
CREATE INDEX "port_order_status_since_id_idx" ON "port_order" ("status_since", "id");
CREATE INDEX "port_order_updated_at_id_idx" ON "port_order" ("updated_at", "id");

-- The orders of an account. The one that goes had nothing that the unique index of a request's orders has not.
CREATE INDEX "port_order_partner_id_account_id_idx" ON "port_order" ("partner_id", "account_id");
DROP INDEX "port_order_partner_id_request_id_account_id_idx";

-- A case number as it sorts and is looked for: shorter before longer, so that 999 comes before 1000.
CREATE INDEX "port_request_case_key" ON "port_request" ((chr(32 + length("case_number")) || lower("case_number" COLLATE pg_c_utf8)));
