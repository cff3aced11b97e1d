-- What partners do: set up an account with the numbers that move to it, assign numbers to users, answer the porting team,
-- and let an end user follow one request. And what the portal does for them: mail.

-- A partner writes, and answers an order that waits for it. It is on no act of the desk.
ALTER TABLE "order_event" DROP CONSTRAINT "order_event_kind_check";
ALTER TABLE "order_event" ADD CONSTRAINT "order_event_kind_check" CHECK ("kind" IN (
  'created', 'changed', 'corrected', 'undone', 'numbers-moved', 'numbers-added', 'numbers-removed', 'note',
  'message', 'assigned', 'released'
));
CREATE INDEX "order_event_partner_id_at_idx" ON "order_event" ("partner_id", "at");
-- When its partner wrote first of what the porting team has not dealt with yet; null when there is nothing.
ALTER TABLE "port_order" ADD COLUMN "replied_at" TIMESTAMPTZ(3);
CREATE INDEX "port_order_replied" ON "port_order" ("replied_at", "id") WHERE "replied_at" IS NOT NULL;

-- A number that was given to a user, or to a device, before or after it ported. It outlives the number's place in an order,
-- so that one which leaves is noticed.
CREATE TABLE "number_assignment" (
  "partner_id" INTEGER NOT NULL,
  "request_id" TEXT NOT NULL,
  "phone" TEXT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "actor_id" UUID NOT NULL,
  "actor" TEXT NOT NULL,
  -- Whose it is now, in the partner's words.
  "assigned_to" TEXT CHECK ("assigned_to" <> ''),
  -- The numbers that were assigned in one go share it: what undo takes back.
  "batch_id" UUID NOT NULL,
  -- The confirmed date on which whoever assigned it relied.
  "foc_on" DATE,
  -- What it looked like when somebody looked at it last: assignment_seen() of then. Null when nobody has.
  "seen_as" TEXT,
  CONSTRAINT "number_assignment_pkey" PRIMARY KEY ("partner_id", "request_id", "phone"),
  CONSTRAINT "number_assignment_partner_id_request_id_fkey" FOREIGN KEY ("partner_id", "request_id") REFERENCES "port_request" ("partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "number_assignment_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "number_assignment_partner_id_batch_id_idx" ON "number_assignment" ("partner_id", "batch_id");

-- An account that is being set up, step by step. The account itself is there from step 1 on.
CREATE TABLE "unite_setup" (
  "partner_id" INTEGER NOT NULL,
  "id" BIGSERIAL NOT NULL,
  "account_id" TEXT NOT NULL,
  "contact_name" TEXT,
  "contact_email" TEXT,
  "contact_phone" TEXT,
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "actor_id" UUID NOT NULL,
  "actor" TEXT NOT NULL,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  -- When it was submitted first; more can be ordered and transferred afterwards.
  "submitted_at" TIMESTAMPTZ(3),
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "unite_setup_pkey" PRIMARY KEY ("partner_id", "id"),
  CONSTRAINT "unite_setup_partner_id_account_id_fkey" FOREIGN KEY ("partner_id", "account_id") REFERENCES "account" ("partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "unite_setup_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "unite_setup_partner_id_account_id_key" ON "unite_setup" ("partner_id", "account_id");

-- Numbers that leave one current carrier for an account: what was pasted, what of it is good, and what the carrier asks for.
-- Becomes a request when it is submitted.
CREATE TABLE "setup_transfer" (
  "partner_id" INTEGER NOT NULL,
  "id" BIGSERIAL NOT NULL,
  "setup_id" BIGINT NOT NULL,
  "carrier" TEXT NOT NULL DEFAULT '',
  -- Encrypted, as src/server/secret-text.ts writes it: nothing in the database can read them.
  "account_number" TEXT CHECK ("account_number" LIKE 'v1.%'),
  "pin" TEXT CHECK ("pin" LIKE 'v1.%'),
  "service_address" TEXT,
  "authorised_name" TEXT,
  "timing" TEXT CHECK ("timing" IN ('1-2-weeks', '2-4-weeks')),
  -- As it stands in the box, also what is no number yet.
  "pasted" TEXT NOT NULL DEFAULT '',
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "version" INTEGER NOT NULL DEFAULT 1,
  "submitted_at" TIMESTAMPTZ(3),
  "request_id" TEXT,
  CONSTRAINT "setup_transfer_pkey" PRIMARY KEY ("partner_id", "id"),
  CONSTRAINT "setup_transfer_partner_id_setup_id_fkey" FOREIGN KEY ("partner_id", "setup_id") REFERENCES "unite_setup" ("partner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "setup_transfer_partner_id_request_id_fkey" FOREIGN KEY ("partner_id", "request_id") REFERENCES "port_request" ("partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "submitted_as_a_request" CHECK (("submitted_at" IS NULL) = ("request_id" IS NULL))
);
CREATE INDEX "setup_transfer_partner_id_setup_id_idx" ON "setup_transfer" ("partner_id", "setup_id");
CREATE INDEX "setup_transfer_partner_id_request_id_idx" ON "setup_transfer" ("partner_id", "request_id");

-- Who looked at an account number or a PIN, which are masked otherwise. Append-only.
CREATE TABLE "secret_reveal" (
  "partner_id" INTEGER NOT NULL,
  "id" BIGSERIAL NOT NULL,
  "transfer_id" BIGINT NOT NULL,
  "field" TEXT NOT NULL CHECK ("field" IN ('account-number', 'pin')),
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "actor_id" UUID NOT NULL,
  "actor" TEXT NOT NULL,
  -- Where the request came from.
  "address" TEXT NOT NULL,
  CONSTRAINT "secret_reveal_pkey" PRIMARY KEY ("partner_id", "id"),
  CONSTRAINT "secret_reveal_partner_id_transfer_id_fkey" FOREIGN KEY ("partner_id", "transfer_id") REFERENCES "setup_transfer" ("partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "secret_reveal_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "secret_reveal_partner_id_transfer_id_idx" ON "secret_reveal" ("partner_id", "transfer_id");
CREATE TRIGGER secret_reveal_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "secret_reveal"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A file that a partner sent: a letter of authorization, a bill, or what is attached to a message.
CREATE TABLE "document" (
  "partner_id" INTEGER NOT NULL,
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "kind" TEXT NOT NULL CHECK ("kind" IN ('loa', 'bill', 'attachment')),
  "file_name" TEXT NOT NULL CHECK ("file_name" <> ''),
  -- What its content is, whatever its name says.
  "content_type" TEXT NOT NULL CHECK ("content_type" IN ('application/pdf', 'image/png', 'image/jpeg')),
  "size" INTEGER NOT NULL CHECK ("size" BETWEEN 1 AND 10485760),
  "sha256" TEXT NOT NULL CHECK ("sha256" ~ '^[0-9a-f]{64}$'),
  "content" BYTEA NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "actor_id" UUID NOT NULL,
  "actor" TEXT NOT NULL,
  "transfer_id" BIGINT,
  "event_id" BIGINT,
  CONSTRAINT "document_pkey" PRIMARY KEY ("partner_id", "id"),
  CONSTRAINT "document_partner_id_transfer_id_fkey" FOREIGN KEY ("partner_id", "transfer_id") REFERENCES "setup_transfer" ("partner_id", "id") ON DELETE CASCADE ON UPDATE CASCADE,
  CONSTRAINT "document_partner_id_event_id_fkey" FOREIGN KEY ("partner_id", "event_id") REFERENCES "order_event" ("partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "document_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "document_belongs_to_one" CHECK (num_nonnulls("transfer_id", "event_id") = 1)
);
CREATE INDEX "document_partner_id_transfer_id_idx" ON "document" ("partner_id", "transfer_id");
CREATE INDEX "document_partner_id_event_id_idx" ON "document" ("partner_id", "event_id");

-- New numbers that a partner asks for, until the desk fulfils or refuses it.
CREATE TABLE "number_order" (
  "partner_id" INTEGER NOT NULL,
  "id" BIGSERIAL NOT NULL,
  "account_id" TEXT NOT NULL,
  "setup_id" BIGINT,
  "toll_free" BOOLEAN NOT NULL,
  -- Of a local one: an area code or a city. Of a toll-free one: its prefix, null for any.
  "area_code" TEXT CHECK ("area_code" ~ '^[2-9]\d\d$'),
  "city" TEXT CHECK ("city" <> ''),
  "quantity" INTEGER NOT NULL CHECK ("quantity" BETWEEN 1 AND 1000),
  "note" TEXT,
  "state" TEXT NOT NULL DEFAULT 'draft' CHECK ("state" IN ('draft', 'requested', 'fulfilled', 'refused')),
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "actor_id" UUID NOT NULL,
  "actor" TEXT NOT NULL,
  "requested_at" TIMESTAMPTZ(3),
  "decided_at" TIMESTAMPTZ(3),
  "decided_by" TEXT,
  -- E.164, of a fulfilled one.
  "phones" TEXT[] NOT NULL DEFAULT '{}',
  -- Of a refused one.
  "because" TEXT,
  "version" INTEGER NOT NULL DEFAULT 1,
  CONSTRAINT "number_order_pkey" PRIMARY KEY ("partner_id", "id"),
  CONSTRAINT "number_order_partner_id_account_id_fkey" FOREIGN KEY ("partner_id", "account_id") REFERENCES "account" ("partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "number_order_partner_id_setup_id_fkey" FOREIGN KEY ("partner_id", "setup_id") REFERENCES "unite_setup" ("partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "number_order_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "somewhere" CHECK ("toll_free" OR num_nonnulls("area_code", "city") > 0),
  CONSTRAINT "fulfilled_with_numbers" CHECK (("state" = 'fulfilled') = (cardinality("phones") > 0)),
  CONSTRAINT "refused_says_why" CHECK ("state" <> 'refused' OR "because" IS NOT NULL)
);
CREATE INDEX "number_order_partner_id_setup_id_idx" ON "number_order" ("partner_id", "setup_id");
CREATE INDEX "number_order_state_requested_at_idx" ON "number_order" ("state", "requested_at");

-- A link by which whoever has it follows one request, without signing in. Only its hash is kept.
CREATE TABLE "request_link" (
  "partner_id" INTEGER NOT NULL,
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "request_id" TEXT NOT NULL,
  "token_hash" TEXT NOT NULL CHECK ("token_hash" ~ '^[0-9a-f]{64}$'),
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "actor_id" UUID NOT NULL,
  "actor" TEXT NOT NULL,
  "expires_at" TIMESTAMPTZ(3) NOT NULL,
  "withdrawn_at" TIMESTAMPTZ(3),
  "withdrawn_by" TEXT,
  CONSTRAINT "request_link_pkey" PRIMARY KEY ("partner_id", "id"),
  CONSTRAINT "request_link_partner_id_request_id_fkey" FOREIGN KEY ("partner_id", "request_id") REFERENCES "port_request" ("partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "request_link_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "request_link_token_hash_key" ON "request_link" ("token_hash");
CREATE INDEX "request_link_partner_id_request_id_idx" ON "request_link" ("partner_id", "request_id");

-- Append-only.
CREATE TABLE "request_link_use" (
  "partner_id" INTEGER NOT NULL,
  "id" BIGSERIAL NOT NULL,
  "link_id" UUID NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "address" TEXT NOT NULL,
  CONSTRAINT "request_link_use_pkey" PRIMARY KEY ("partner_id", "id"),
  CONSTRAINT "request_link_use_partner_id_link_id_fkey" FOREIGN KEY ("partner_id", "link_id") REFERENCES "request_link" ("partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "request_link_use_partner_id_link_id_idx" ON "request_link_use" ("partner_id", "link_id");
CREATE TRIGGER request_link_use_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "request_link_use"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A mail that the portal sends, or sent. The job that sends it is graphile-worker's, made in the transaction that wrote this.
CREATE TABLE "mail" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "partner_id" INTEGER NOT NULL,
  "order_id" BIGINT,
  -- The message that it carries.
  "event_id" BIGINT,
  "to_address" TEXT NOT NULL,
  "reply_to" TEXT,
  "subject" TEXT NOT NULL CHECK ("subject" !~ '[\r\n]'),
  "body" TEXT NOT NULL,
  "queued_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  -- queued; sent by a mail server; kept here alone, for want of one; failed for good until somebody sends it again
  "state" TEXT NOT NULL DEFAULT 'queued' CHECK ("state" IN ('queued', 'sent', 'kept', 'failed')),
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "tried_at" TIMESTAMPTZ(3),
  "sent_at" TIMESTAMPTZ(3),
  "error" TEXT,
  CONSTRAINT "mail_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "mail_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "mail_partner_id_event_id_fkey" FOREIGN KEY ("partner_id", "event_id") REFERENCES "order_event" ("partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "mail_queued_at_idx" ON "mail" ("queued_at" DESC);
CREATE INDEX "mail_state_queued_at_idx" ON "mail" ("state", "queued_at" DESC);

-- When a user was here: "since your last visit" is since previous_at.
CREATE TABLE "user_visit" (
  "user_id" UUID NOT NULL,
  "began_at" TIMESTAMPTZ(3) NOT NULL,
  "seen_at" TIMESTAMPTZ(3) NOT NULL,
  "previous_at" TIMESTAMPTZ(3),
  CONSTRAINT "user_visit_pkey" PRIMARY KEY ("user_id"),
  CONSTRAINT "user_visit_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
ALTER TABLE "user_visit" ENABLE ROW LEVEL SECURITY;

-- How an assignment stands: safe, moved (another confirmed date), revoked (not ready any more, or gone).
-- Source: src/domain/assignment.ts, compared by a test.
CREATE FUNCTION assignment_standing(assigned_foc date, toll_free boolean, detailed detailed_status, foc_on date, approved_on date) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN detailed = 'completed' THEN 'safe'
    WHEN detailed IS NULL OR NOT ready_to_assign(toll_free, detailed, foc_on, approved_on) THEN 'revoked'
    WHEN foc_on IS DISTINCT FROM assigned_foc THEN 'moved'
    ELSE 'safe'
  END;
-- What somebody who looks at it sees: another look is due when it differs.
CREATE FUNCTION assignment_seen(standing text, foc_on date, status_since timestamptz) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN standing || ' ' || coalesce(CASE standing WHEN 'moved' THEN foc_on - date '2000-01-01' WHEN 'revoked' THEN floor(extract(epoch FROM status_since)) END::text, '');

GRANT SELECT, INSERT, UPDATE, DELETE ON "number_assignment", "setup_transfer", "number_order" TO portal_partner;
GRANT SELECT, INSERT, UPDATE, DELETE ON "unite_setup" TO portal_partner;
GRANT SELECT, INSERT, DELETE ON "document" TO portal_partner;
GRANT SELECT, INSERT ON "secret_reveal", "mail" TO portal_partner;
GRANT SELECT, INSERT, UPDATE ON "request_link" TO portal_partner;
GRANT SELECT ON "request_link_use" TO portal_partner;
-- A partner makes accounts and requests, and answers its orders; what it may write is for the verbs to say.
GRANT INSERT, UPDATE, DELETE ON "account" TO portal_partner;
GRANT INSERT ON "port_request", "port_order", "port_number", "order_event" TO portal_partner;
GRANT UPDATE ON "port_order" TO portal_partner;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_partner, portal_staff;
GRANT SELECT ON "number_assignment", "unite_setup", "setup_transfer", "document", "request_link", "request_link_use", "mail" TO portal_staff;
GRANT SELECT, INSERT ON "secret_reveal" TO portal_staff;
GRANT SELECT, UPDATE ON "number_order" TO portal_staff;
GRANT INSERT, UPDATE ON "mail" TO portal_staff;

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['number_assignment', 'unite_setup', 'setup_transfer', 'secret_reveal', 'document', 'number_order', 'request_link', 'request_link_use', 'mail'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY all_partners ON %I TO portal_staff USING (true) WITH CHECK (true)', name);
    EXECUTE format('CREATE POLICY one_partner ON %I TO portal_partner USING (partner_id = current_setting(''app.partner_id'')::integer) WITH CHECK (partner_id = current_setting(''app.partner_id'')::integer)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['account', 'port_request', 'port_order', 'port_number'] LOOP
    EXECUTE format('CREATE POLICY makes_own ON %I FOR INSERT TO portal_partner WITH CHECK (partner_id = current_setting(''app.partner_id'')::integer)', name);
  END LOOP;
  FOREACH name IN ARRAY ARRAY['account', 'port_order'] LOOP
    EXECUTE format('CREATE POLICY changes_own ON %I FOR UPDATE TO portal_partner USING (partner_id = current_setting(''app.partner_id'')::integer) WITH CHECK (partner_id = current_setting(''app.partner_id'')::integer)', name);
  END LOOP;
END $$;
CREATE POLICY takes_back_own ON "account" FOR DELETE TO portal_partner USING (partner_id = current_setting('app.partner_id')::integer);
-- What a partner writes into a history is there for it to read.
CREATE POLICY tells_own ON "order_event" FOR INSERT TO portal_partner
  WITH CHECK (partner_id = current_setting('app.partner_id')::integer AND visible_to_partner AND act_id IS NULL);
