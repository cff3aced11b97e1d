-- What the rows of a carrier's list came to, and full reports that leads upload.

-- Rows by outcome, as they were counted last. Null until a preview was made.
ALTER TABLE "desk_upload" ADD COLUMN "counts" JSONB CHECK (jsonb_typeof("counts") = 'object');
-- What is to be known of a row that is not refused: it names a part of an order, and all of it changes.
ALTER TABLE "desk_upload_row" ADD COLUMN "warning" TEXT;

-- A report of all orders of a partner, as it came, until it was imported and after.
CREATE TABLE "report_upload" (
  "partner_id" INTEGER NOT NULL,
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "actor_id" UUID NOT NULL,
  "actor" TEXT NOT NULL,
  "file_name" TEXT NOT NULL,
  "sha256" TEXT NOT NULL CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  "content" BYTEA NOT NULL,
  -- The dry run or the import that was begun last: how far it is, or what came of it. Null before the first.
  "run" JSONB CHECK (jsonb_typeof("run") = 'object'),
  -- When whoever runs it was last heard of; a run that is silent for long has died.
  "heard_at" TIMESTAMPTZ(3),
  -- The rows that it rejected, as a file.
  "rejects" BYTEA,
  CONSTRAINT "report_upload_pkey" PRIMARY KEY ("partner_id", "id"),
  CONSTRAINT "report_upload_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "report_upload_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "report_upload_id_key" ON "report_upload" ("id");
CREATE INDEX "report_upload_at_idx" ON "report_upload" ("at" DESC);

GRANT SELECT, INSERT, UPDATE ON "report_upload" TO portal_staff;
ALTER TABLE "report_upload" ENABLE ROW LEVEL SECURITY;
CREATE POLICY all_partners ON "report_upload" TO portal_staff USING (true) WITH CHECK (true);
