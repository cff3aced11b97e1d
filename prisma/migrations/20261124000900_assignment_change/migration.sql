-- Assigned numbers as they are listed: the newest first.
CREATE INDEX "number_assignment_partner_id_at_request_id_phone_idx" ON "number_assignment" ("partner_id", "at" DESC, "request_id", "phone");

-- How many assignments are no longer safe is asked on every page, and counted once for each state of the partner's data:
-- assignments are a part of it (see partner_change).
CREATE TRIGGER note_insert AFTER INSERT ON "number_assignment" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_rows_written();
CREATE TRIGGER note_update AFTER UPDATE ON "number_assignment" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_rows_written();
CREATE TRIGGER note_delete AFTER DELETE ON "number_assignment" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION note_rows_removed();
CREATE TRIGGER note_truncate AFTER TRUNCATE ON "number_assignment"
  FOR EACH STATEMENT EXECUTE FUNCTION note_emptied();
