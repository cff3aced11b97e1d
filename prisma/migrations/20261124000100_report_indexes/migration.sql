-- The report's default order, and the counts and filters over it, from the index alone.
CREATE INDEX "port_order_newest_first" ON "port_order" ("partner_id", "created_on" DESC NULLS LAST, "request_seq", "id")
  INCLUDE ("number_count", "detailed_status", "toll_free", "account_id", "foc_on", "approved_on");
-- A whole phone number, a prefix, and the order by phone number.
CREATE INDEX "port_number_partner_id_phone_order_id_idx" ON "port_number" ("partner_id", "phone", "order_id");
