-- A mail that waits has a job that sends it: made by the database in the transaction that wrote the mail, whoever wrote it.
-- So none is without, nobody else needs to write to graphile-worker's tables, and the policies of "mail" say whose mails
-- anybody can have sent. prisma/migrate.ts brings in the schema graphile_worker.
CREATE FUNCTION queue_mail() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  -- One job for each mail: while it waits, another call moves it to now.
  PERFORM graphile_worker.add_job('send-mail', json_build_object('id', NEW.id), job_key => 'mail:' || NEW.id);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION queue_mail() FROM PUBLIC;
CREATE TRIGGER mail_is_queued AFTER INSERT OR UPDATE OF "state" ON "mail"
  FOR EACH ROW WHEN (NEW."state" = 'queued') EXECUTE FUNCTION queue_mail();

-- That a lead had a mail sent again is part of the history of administration.
ALTER TABLE "admin_event" DROP CONSTRAINT "admin_event_kind_check";
ALTER TABLE "admin_event" ADD CONSTRAINT "admin_event_kind_check"
  CHECK ("kind" ~ '^(partner|account|user|holiday|reject-reason|mail)-[a-z-]+$');
