-- Report and desk sort orders by their request's case number as by anything else of theirs, so they have it: as it sorts and
-- is looked for, shorter before longer, so that 999 comes before 1000.
CREATE FUNCTION case_key(case_number text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN chr(32 + least(length(case_number), 1000)) || lower(case_number COLLATE pg_c_utf8);

-- What gives way to something wider or narrower below.
DROP INDEX "port_order_open";
DROP INDEX "port_order_days";
DROP INDEX "port_order_partner_id_account_id_idx";
DROP INDEX "port_request_case_key";

-- Filled by writing the table anew, which is many times faster than to update its rows.
CREATE FUNCTION case_key_of(partner integer, request text) RETURNS text LANGUAGE sql STABLE
  RETURN (SELECT case_key(r.case_number) FROM port_request r WHERE r.partner_id = partner AND r.id = request);
ALTER TABLE "port_order" ADD COLUMN "case_key" TEXT COLLATE pg_c_utf8;
ALTER TABLE "port_order" ALTER COLUMN "case_key" TYPE TEXT COLLATE pg_c_utf8 USING case_key_of("partner_id", "request_id");
DROP FUNCTION case_key_of(integer, text);

-- Kept by triggers. Whoever adds an order holds its request, so that a new case number waits for it, or comes first.
CREATE FUNCTION take_case_key() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  SELECT case_key(r.case_number) INTO NEW.case_key FROM port_request r
  WHERE r.partner_id = NEW.partner_id AND r.id = NEW.request_id FOR SHARE;
  RETURN NEW;
END $$;
CREATE TRIGGER take_case_key BEFORE INSERT OR UPDATE OF "partner_id", "request_id" ON "port_order"
  FOR EACH ROW EXECUTE FUNCTION take_case_key();

CREATE FUNCTION pass_case_key_on() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  UPDATE port_order o SET case_key = case_key(r.case_number)
  FROM new_rows r JOIN old_rows was ON was.partner_id = r.partner_id AND was.id = r.id
  WHERE r.case_number IS DISTINCT FROM was.case_number AND o.partner_id = r.partner_id AND o.request_id = r.id;
  RETURN NULL;
END $$;
CREATE TRIGGER pass_case_key_on AFTER UPDATE ON "port_request" REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION pass_case_key_on();

CREATE INDEX "port_order_case_key_id_idx" ON "port_order" ("case_key", "id");
CREATE INDEX "port_order_open" ON "port_order" ("facet", "status_since", "id")
  INCLUDE (
    "partner_id", "number_count", "toll_free", "account_id", "request_id", "request_seq", "next_on", "foc_on", "estimated_on",
    "submitted_on", "created_on", "updated_at", "detailed_status", "replied_at", "case_key"
  )
  WHERE "facet" < 24;
-- Open orders have days far from those of the closed ones beside them, and an index of their own.
CREATE INDEX "port_order_days" ON "port_order"
  USING brin ("created_on", "submitted_on", "estimated_on", "foc_on", "status_since", "updated_at", "id", "request_seq")
  WITH (pages_per_range = 16, autosummarize = on)
  WHERE "facet" >= 24;
-- All that the desk asks of the orders of a partner or an account, which lie scattered over the whole table.
CREATE INDEX "port_order_partner_id_account_id_idx" ON "port_order" ("partner_id", "account_id")
  INCLUDE (
    "facet", "status_since", "id", "number_count", "toll_free", "request_seq", "next_on", "foc_on", "estimated_on",
    "submitted_on", "created_on", "updated_at", "detailed_status", "replied_at", "case_key"
  );
