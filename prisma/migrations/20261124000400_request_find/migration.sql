-- Find and the sort by case number read all requests of a partner: from the index alone. A case number is short, as the
-- import holds it, so that it always fits there.
ALTER TABLE "port_request" ADD CONSTRAINT "case_number_is_short" CHECK (length("case_number") <= 64);
CREATE INDEX "port_request_partner_id_id_case_number_idx" ON "port_request" ("partner_id", "id") INCLUDE ("case_number");
