-- What a partner's report was computed from: one row for each transaction that changed it and was not followed by another.
-- A reader who finds the same rows again knows that nothing has changed in between. Writers never wait for one another
-- here: each replaces the rows that no other holds by a new one.
CREATE TABLE "partner_change" (
  "partner_id" INTEGER NOT NULL,
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  CONSTRAINT "partner_change_pkey" PRIMARY KEY ("partner_id", "id"),
  CONSTRAINT "partner_change_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
GRANT SELECT ON "partner_change" TO portal_partner, portal_end_user, portal_staff;
ALTER TABLE "partner_change" ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_partner ON "partner_change" FOR SELECT TO portal_partner, portal_end_user
  USING (partner_id = current_setting('app.partner_id')::integer);
CREATE POLICY all_partners ON "partner_change" FOR SELECT TO portal_staff USING (true);

CREATE FUNCTION note_change(changed integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  BEGIN
    DELETE FROM partner_change WHERE partner_id = changed AND id IN (
      SELECT id FROM partner_change WHERE partner_id = changed FOR UPDATE SKIP LOCKED
    );
  -- Under REPEATABLE READ a row may be gone already: then it stays gone.
  EXCEPTION WHEN serialization_failure THEN NULL;
  END;
  INSERT INTO partner_change (partner_id) VALUES (changed);
END $$;
REVOKE EXECUTE ON FUNCTION note_change(integer) FROM PUBLIC;

CREATE FUNCTION note_rows_written() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM note_change(partner_id) FROM (SELECT DISTINCT partner_id FROM new_rows) written;
  RETURN NULL;
END $$;
CREATE FUNCTION note_rows_removed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM note_change(partner_id) FROM (SELECT DISTINCT partner_id FROM old_rows) removed;
  RETURN NULL;
END $$;
CREATE FUNCTION note_emptied() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  PERFORM note_change(id) FROM partner;
  RETURN NULL;
END $$;

-- Numbers that come or go change the count of their order, which is noted there.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['account', 'port_request', 'port_order', 'port_number'] LOOP
    EXECUTE format('CREATE TRIGGER note_update AFTER UPDATE ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_rows_written()', name);
    EXECUTE format('CREATE TRIGGER note_truncate AFTER TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION note_emptied()', name);
    CONTINUE WHEN name = 'port_number';
    EXECUTE format('CREATE TRIGGER note_insert AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION note_rows_written()', name);
    EXECUTE format('CREATE TRIGGER note_delete AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION note_rows_removed()', name);
  END LOOP;
END $$;
