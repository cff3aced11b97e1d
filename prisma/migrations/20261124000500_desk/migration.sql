-- The porting desk: what agents do to orders, how it is previewed, applied and undone, the lists that carriers send, and
-- what leads keep: holidays, reject reasons, invitations. None of it is open to partners.

-- When an open order is due: its confirmed date, else its estimated one.
CREATE FUNCTION order_next_on(detailed detailed_status, foc_on date, estimated_on date) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN detailed NOT IN ('completed', 'cancelled', 'closed-as-incomplete') THEN coalesce(foc_on, estimated_on) END;

ALTER TABLE "port_order"
  ADD COLUMN "next_on" DATE GENERATED ALWAYS AS (order_next_on(detailed_status, foc_on, estimated_on)) STORED,
  -- By whom it was changed last; null when nobody has since it was made.
  ADD COLUMN "changed_by" TEXT;

-- One act of the desk on one order or many. Its preview is stored with it: what will change at which version, what cannot
-- and why. So it can be applied in batches, taken up again after a fault, and undone.
CREATE TABLE "desk_act" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "actor_id" UUID NOT NULL,
  "actor" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('move', 'correction', 'edit', 'split', 'numbers', 'note', 'upload')),
  "what" JSONB NOT NULL CHECK (jsonb_typeof("what") = 'object'),
  "applied_at" TIMESTAMPTZ(3),
  "undone_at" TIMESTAMPTZ(3),
  CONSTRAINT "desk_act_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "desk_act_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "undone_after_applied" CHECK ("undone_at" IS NULL OR "applied_at" IS NOT NULL)
);
CREATE INDEX "desk_act_actor_id_at_idx" ON "desk_act" ("actor_id", "at");

CREATE TABLE "desk_act_order" (
  "act_id" UUID NOT NULL,
  "partner_id" INTEGER NOT NULL,
  "order_id" BIGINT NOT NULL,
  -- The version that the preview saw.
  "version" INTEGER NOT NULL,
  -- What this order shall become, where it differs from the rest of the act.
  "target" JSONB,
  "outcome" TEXT NOT NULL CHECK ("outcome" IN ('ready', 'refused', 'changed', 'unchanged', 'conflict', 'undone', 'kept')),
  "because" TEXT,
  CONSTRAINT "desk_act_order_pkey" PRIMARY KEY ("act_id", "partner_id", "order_id"),
  CONSTRAINT "desk_act_order_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "desk_act" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "desk_act_order_partner_id_order_id_fkey" FOREIGN KEY ("partner_id", "order_id") REFERENCES "port_order" ("partner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "what_is_not_done_says_why" CHECK ("outcome" NOT IN ('refused', 'conflict', 'kept') OR "because" IS NOT NULL)
);
CREATE INDEX "desk_act_order_act_id_outcome_idx" ON "desk_act_order" ("act_id", "outcome");
CREATE INDEX "desk_act_order_partner_id_order_id_idx" ON "desk_act_order" ("partner_id", "order_id");

-- An event says which act it is of, which numbers it is about, and what undoing it takes.
ALTER TABLE "order_event" DROP CONSTRAINT "order_event_kind_check";
ALTER TABLE "order_event"
  ADD CONSTRAINT "order_event_kind_check" CHECK ("kind" IN (
    'created', 'changed', 'corrected', 'undone', 'numbers-moved', 'numbers-added', 'numbers-removed', 'note'
  )),
  ADD COLUMN "act_id" UUID,
  ADD COLUMN "numbers" TEXT[] NOT NULL DEFAULT '{}',
  -- The order's version after it.
  ADD COLUMN "version" INTEGER,
  ADD COLUMN "status_since_was" TIMESTAMPTZ(3),
  ADD CONSTRAINT "order_event_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "desk_act" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "a_correction_has_its_reason" CHECK ("kind" <> 'corrected' OR "note" IS NOT NULL);
CREATE INDEX "order_event_act_id_idx" ON "order_event" ("act_id");

-- Days on which no carrier ports. Leads keep the list.
CREATE TABLE "holiday" (
  "day" DATE NOT NULL,
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  CONSTRAINT "holiday_pkey" PRIMARY KEY ("day")
);
INSERT INTO "holiday" ("day", "name") VALUES
  ('2026-01-01', 'New Year''s Day'), ('2026-01-19', 'Martin Luther King Jr. Day'), ('2026-02-16', 'Presidents'' Day'),
  ('2026-05-25', 'Memorial Day'), ('2026-06-19', 'Juneteenth'), ('2026-07-03', 'Independence Day (observed)'),
  ('2026-09-07', 'Labor Day'), ('2026-10-12', 'Columbus Day'), ('2026-11-11', 'Veterans Day'),
  ('2026-11-26', 'Thanksgiving Day'), ('2026-12-25', 'Christmas Day'),
  ('2027-01-01', 'New Year''s Day'), ('2027-01-18', 'Martin Luther King Jr. Day'), ('2027-02-15', 'Presidents'' Day'),
  ('2027-05-31', 'Memorial Day'), ('2027-06-18', 'Juneteenth (observed)'), ('2027-07-05', 'Independence Day (observed)'),
  ('2027-09-06', 'Labor Day'), ('2027-10-11', 'Columbus Day'), ('2027-11-11', 'Veterans Day'),
  ('2027-11-25', 'Thanksgiving Day'), ('2027-12-24', 'Christmas Day (observed)');

-- Why carriers refuse, what the partner does next, and whose turn that makes it. A retired one is offered no more.
CREATE TABLE "reject_reason" (
  "id" SERIAL NOT NULL,
  "reason" TEXT NOT NULL CHECK ("reason" <> ''),
  "next_step" TEXT NOT NULL CHECK ("next_step" <> ''),
  "turn" TEXT NOT NULL CHECK ("turn" IN ('partner', 'porting-team', 'carrier')),
  "retired" BOOLEAN NOT NULL DEFAULT false,
  CONSTRAINT "reject_reason_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "reject_reason_reason_key" ON "reject_reason" ("reason");
INSERT INTO "reject_reason" ("reason", "next_step", "turn") VALUES
  ('Account number does not match', 'Send the account number exactly as it stands on the latest bill of the current carrier, with a copy of that bill.', 'partner'),
  ('PIN or passcode missing or wrong', 'Ask the current carrier for the port-out PIN of the account and send it to us.', 'partner'),
  ('Name on the LOA does not match', 'Send an LOA that bears the name the current carrier has on the account.', 'partner'),
  ('Authorised signer not recognised', 'Have the LOA signed by a person whom the current carrier lists as authorised on the account.', 'partner'),
  ('Service address does not match', 'Send the service address from the current carrier''s customer service record, or a copy of that record.', 'partner'),
  ('ZIP code does not match', 'Check the ZIP code against the latest bill and send the right one.', 'partner'),
  ('LOA not readable or not dated', 'Send the LOA again, signed, dated within the last 30 days and easy to read.', 'partner'),
  ('Recent bill needed', 'Send a copy of a bill from the last 30 days that shows the account and the numbers.', 'partner'),
  ('Number is not on this account', 'Check the list with the current carrier; tell us which account the number is on, or take it out.', 'partner'),
  ('Numbers on more than one account', 'Tell us which numbers belong to which account, so that we can split the order.', 'partner'),
  ('Number is not active', 'Have the current carrier restore the number, then answer; a disconnected number cannot port.', 'partner'),
  ('Billing number must be named', 'Send the main billing number of the account.', 'partner'),
  ('Pending order at the current carrier', 'Ask the current carrier to complete or cancel its open order on the account, then tell us.', 'partner'),
  ('Account frozen or unpaid', 'Settle with the current carrier and have the freeze lifted, then tell us.', 'partner'),
  ('Port protection is on', 'Ask the current carrier to take the port protection off, then tell us.', 'partner'),
  ('Partial port: what happens to the rest', 'Tell us which numbers stay with the current carrier and which one becomes their billing number.', 'partner'),
  ('Number tied to a data line or alarm', 'Have the current carrier move the line off the number first, then answer.', 'partner'),
  ('Requested date cannot be met', 'Nothing is needed from you: we ask the carrier for another date.', 'porting-team'),
  ('Wrong carrier addressed', 'Nothing is needed from you: we send the order to the right carrier.', 'porting-team'),
  ('Duplicate of an order in progress', 'Nothing is needed from you: we clear the double order with the carrier.', 'porting-team'),
  ('RespOrg did not release the number', 'Ask your current provider to release the toll-free number, or to confirm the LOA that it was sent.', 'partner'),
  ('Carrier system fault', 'Nothing is needed from you: the carrier takes the order again when its system is back.', 'carrier');

-- How a carrier's columns are read, kept by name.
CREATE TABLE "carrier_mapping" (
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "columns" JSONB NOT NULL CHECK (jsonb_typeof("columns") = 'object'),
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "actor" TEXT NOT NULL,
  CONSTRAINT "carrier_mapping_pkey" PRIMARY KEY ("name")
);

-- A list that a carrier sent, as it came, with how it was read and what became of each of its rows.
CREATE TABLE "desk_upload" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "actor_id" UUID NOT NULL,
  "actor" TEXT NOT NULL,
  "file_name" TEXT NOT NULL,
  "sha256" TEXT NOT NULL CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  "content" BYTEA NOT NULL,
  "headers" TEXT[] NOT NULL,
  "records" INTEGER NOT NULL,
  "mapping_name" TEXT,
  -- Null until its columns were mapped.
  "mapping" JSONB,
  -- Null until a preview was made.
  "act_id" UUID,
  CONSTRAINT "desk_upload_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "desk_upload_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "desk_upload_act_id_fkey" FOREIGN KEY ("act_id") REFERENCES "desk_act" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "desk_upload_at_idx" ON "desk_upload" ("at" DESC);

CREATE TABLE "desk_upload_row" (
  "upload_id" UUID NOT NULL,
  "record" INTEGER NOT NULL,
  "cells" TEXT[] NOT NULL,
  "partner_id" INTEGER,
  "order_id" BIGINT,
  -- Of a row that is refused before an order was found for it; else its order's outcome in the act holds.
  "because" TEXT,
  CONSTRAINT "desk_upload_row_pkey" PRIMARY KEY ("upload_id", "record"),
  CONSTRAINT "desk_upload_row_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "desk_upload" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE INDEX "desk_upload_row_upload_id_partner_id_order_id_idx" ON "desk_upload_row" ("upload_id", "partner_id", "order_id");

-- What leads did to partners, accounts, users, holidays and reasons. Append-only.
CREATE TABLE "admin_event" (
  "id" BIGSERIAL NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "actor_id" UUID,
  "actor" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" ~ '^(partner|account|user|holiday|reject-reason)-[a-z-]+$'),
  "subject" TEXT NOT NULL,
  "changes" JSONB NOT NULL DEFAULT '[]' CHECK (jsonb_typeof("changes") = 'array'),
  CONSTRAINT "admin_event_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "admin_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "admin_event_at_idx" ON "admin_event" ("at" DESC);
CREATE TRIGGER admin_event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "admin_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A link that lets a person choose a password, once. Only its hash is kept.
CREATE TABLE "user_invite" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "user_id" UUID NOT NULL,
  "token_hash" TEXT NOT NULL CHECK ("token_hash" ~ '^[0-9a-f]{64}$'),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "used_at" TIMESTAMPTZ(3),
  CONSTRAINT "user_invite_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "user_invite_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "user_invite_token_hash_key" ON "user_invite" ("token_hash");
CREATE INDEX "user_invite_user_id_idx" ON "user_invite" ("user_id");

GRANT SELECT, INSERT, UPDATE ON "desk_act", "desk_act_order", "carrier_mapping", "desk_upload", "desk_upload_row", "reject_reason" TO portal_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON "holiday" TO portal_staff;
GRANT DELETE ON "desk_act_order", "desk_upload_row" TO portal_staff;
GRANT SELECT, INSERT ON "admin_event" TO portal_staff;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_staff;
-- The partner's next step for a reason is the partner's to read.
GRANT SELECT ON "reject_reason" TO portal_partner, portal_end_user;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['desk_act', 'desk_act_order', 'holiday', 'reject_reason', 'carrier_mapping', 'desk_upload', 'desk_upload_row', 'admin_event'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY the_desk ON %I TO portal_staff USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;
CREATE POLICY everybody ON "reject_reason" FOR SELECT TO portal_partner, portal_end_user USING (true);
-- Invitations are of who signs in: the owner's alone.
ALTER TABLE "user_invite" ENABLE ROW LEVEL SECURITY;
