-- Every export of a report: who took what of whom, when, from where and how it ended. Begun before the first byte, kept up
-- to date while it runs, final once it has ended. A running one without a heartbeat for 30 seconds died with its process.
CREATE TABLE "export_receipt" (
  "partner_id" INTEGER NOT NULL,
  "id" UUID NOT NULL,
  "user_id" UUID NOT NULL,
  "user_name" TEXT NOT NULL,
  "user_email" TEXT NOT NULL,
  "by_staff" BOOLEAN NOT NULL,
  "address" TEXT NOT NULL,
  "began_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "heartbeat_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "ended_at" TIMESTAMPTZ(3),
  "format" TEXT NOT NULL,
  "columns" TEXT[] NOT NULL CHECK (cardinality("columns") > 0),
  "file_name" TEXT NOT NULL,
  "facts" JSONB NOT NULL CHECK (jsonb_typeof("facts") = 'object'),
  "rows" INTEGER NOT NULL DEFAULT 0,
  "bytes" BIGINT NOT NULL DEFAULT 0,
  "outcome" TEXT NOT NULL DEFAULT 'running' CHECK ("outcome" IN ('running', 'done', 'failed', 'cancelled')),
  "problem" TEXT CHECK ("problem" IN ('fault', 'left')),
  "reference" TEXT,
  "sha256" TEXT CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  "cancel_asked" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "export_receipt_pkey" PRIMARY KEY ("partner_id", "id"),
  CONSTRAINT "export_receipt_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "export_receipt_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "running_until_ended" CHECK (("outcome" = 'running') = ("ended_at" IS NULL)),
  CONSTRAINT "only_a_whole_file_has_a_hash" CHECK (("outcome" = 'done') = ("sha256" IS NOT NULL)),
  CONSTRAINT "a_failure_has_its_problem" CHECK (("outcome" = 'failed') = ("problem" IS NOT NULL))
);
CREATE INDEX "export_receipt_partner_id_began_at_id_idx" ON "export_receipt" ("partner_id", "began_at" DESC, "id");
CREATE INDEX "export_receipt_user_id_began_at_id_idx" ON "export_receipt" ("user_id", "began_at" DESC, "id");

-- A partner's transaction adds receipts to its own partner and brings those up to date that still run. Nobody takes any
-- away. The porting team reads them.
GRANT SELECT, INSERT ON "export_receipt" TO portal_partner;
GRANT UPDATE ("heartbeat_at", "ended_at", "rows", "bytes", "outcome", "problem", "reference", "sha256", "cancel_asked") ON "export_receipt" TO portal_partner;
GRANT SELECT ON "export_receipt" TO portal_staff;
ALTER TABLE "export_receipt" ENABLE ROW LEVEL SECURITY;
CREATE POLICY one_partner ON "export_receipt" FOR SELECT TO portal_partner
  USING (partner_id = current_setting('app.partner_id')::integer);
CREATE POLICY one_partner_begins ON "export_receipt" FOR INSERT TO portal_partner
  WITH CHECK (partner_id = current_setting('app.partner_id')::integer AND outcome = 'running');
CREATE POLICY one_partner_goes_on ON "export_receipt" FOR UPDATE TO portal_partner
  USING (partner_id = current_setting('app.partner_id')::integer AND outcome = 'running')
  WITH CHECK (partner_id = current_setting('app.partner_id')::integer);
CREATE POLICY all_partners ON "export_receipt" FOR SELECT TO portal_staff USING (true);

-- How many exports of a user run, for whichever partners: a number is all that a partner's transaction learns.
CREATE FUNCTION running_exports(asker uuid) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT count(*)::integer FROM export_receipt
  WHERE user_id = asker AND outcome = 'running' AND heartbeat_at > clock_timestamp() - interval '30 seconds'
$$;
REVOKE EXECUTE ON FUNCTION running_exports(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION running_exports(uuid) TO portal_partner, portal_staff;
