-- Partners, their accounts, port requests, orders and numbers; what happened to them; who signs in.
-- The tables follow prisma/schema.prisma. What Prisma has no words for stands below them: rules that no row breaks,
-- functions that derive the status, counts kept by triggers, and row-level security.

CREATE TYPE "detailed_status" AS ENUM (
  'waiting-for-loa', 'additional-info-required', 'rejected',
  'received-loa', 'reviewed', 'submitted', 'pending-carrier-response', 'additional-information-provided',
  'tentative-order-acceptance', 'accepted',
  'firm-order-confirmation', 'confirmed', 'completed', 'cancelled', 'closed-as-incomplete'
);
CREATE TYPE "priority" AS ENUM ('standard', 'expedite');
CREATE TYPE "user_role" AS ENUM ('partner', 'end-user', 'agent', 'lead');

CREATE TABLE "partner" (
  "id" SERIAL NOT NULL,
  "slug" TEXT NOT NULL CHECK ("slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "partner_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "partner_slug_key" ON "partner" ("slug");

CREATE TABLE "account" (
  "partner_id" INTEGER NOT NULL,
  "id" TEXT NOT NULL CHECK ("id" ~ '^[A-Za-z0-9._-]{1,64}$'),
  "username" TEXT,
  "company_name" TEXT,
  CONSTRAINT "account_pkey" PRIMARY KEY ("partner_id", "id"),
  CONSTRAINT "account_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

CREATE TABLE "port_request" (
  "partner_id" INTEGER NOT NULL,
  "id" TEXT NOT NULL CHECK ("id" ~ '^[0-9]{1,18}$'),
  "account_id" TEXT NOT NULL,
  "case_number" TEXT CHECK ("case_number" <> ''),
  CONSTRAINT "port_request_pkey" PRIMARY KEY ("partner_id", "id"),
  CONSTRAINT "port_request_partner_id_account_id_fkey" FOREIGN KEY ("partner_id", "account_id") REFERENCES "account" ("partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE UNIQUE INDEX "port_request_partner_id_id_account_id_key" ON "port_request" ("partner_id", "id", "account_id");
CREATE INDEX "port_request_partner_id_account_id_idx" ON "port_request" ("partner_id", "account_id");

CREATE TABLE "port_order" (
  "partner_id" INTEGER NOT NULL,
  "id" BIGSERIAL NOT NULL,
  "request_id" TEXT NOT NULL,
  "account_id" TEXT NOT NULL,
  "request_seq" BIGINT NOT NULL GENERATED ALWAYS AS ((request_id)::bigint) STORED,
  "toll_free" BOOLEAN NOT NULL,
  "detailed_status" "detailed_status" NOT NULL,
  "status_since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "priority" "priority" NOT NULL DEFAULT 'standard',
  "submitted_on" DATE,
  "estimated_on" DATE,
  "foc_on" DATE,
  "foc_time" TIME(0),
  "created_on" DATE,
  "requested_on" DATE,
  "approved_on" DATE,
  "location" TEXT,
  "coordinator" TEXT,
  "reject_reason" TEXT,
  "number_count" INTEGER NOT NULL DEFAULT 0 CHECK ("number_count" >= 0),
  "version" INTEGER NOT NULL DEFAULT 1,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "port_order_pkey" PRIMARY KEY ("partner_id", "id"),
  CONSTRAINT "port_order_partner_id_request_id_account_id_fkey" FOREIGN KEY ("partner_id", "request_id", "account_id") REFERENCES "port_request" ("partner_id", "id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE,
  -- What can never be: see docs/decisions on which rules are CHECKs and which are warnings.
  CONSTRAINT "firm_order_confirmation_is_local" CHECK ("detailed_status" <> 'firm-order-confirmation' OR NOT "toll_free"),
  CONSTRAINT "accepted_is_toll_free" CHECK ("detailed_status" <> 'accepted' OR "toll_free"),
  CONSTRAINT "scheduled_and_confirmed_have_foc" CHECK ("detailed_status" NOT IN ('firm-order-confirmation', 'confirmed') OR "foc_on" IS NOT NULL),
  CONSTRAINT "toll_free_has_no_foc" CHECK (NOT "toll_free" OR "foc_on" IS NULL),
  CONSTRAINT "toll_free_has_no_requested_date" CHECK (NOT "toll_free" OR "requested_on" IS NULL),
  CONSTRAINT "toll_free_is_never_expedited" CHECK (NOT "toll_free" OR "priority" <> 'expedite'),
  CONSTRAINT "approved_date_is_toll_free" CHECK ("approved_on" IS NULL OR "toll_free"),
  CONSTRAINT "foc_time_has_foc_date" CHECK ("foc_time" IS NULL OR "foc_on" IS NOT NULL)
);
CREATE UNIQUE INDEX "port_order_partner_id_request_id_id_toll_free_key" ON "port_order" ("partner_id", "request_id", "id", "toll_free");
CREATE INDEX "port_order_partner_id_request_id_account_id_idx" ON "port_order" ("partner_id", "request_id", "account_id");

CREATE TABLE "port_number" (
  "partner_id" INTEGER NOT NULL,
  "request_id" TEXT NOT NULL,
  "phone" TEXT NOT NULL CHECK ("phone" ~ '^\+1[2-9][0-9]{2}[2-9][0-9]{6}$'),
  "order_id" BIGINT NOT NULL,
  "toll_free" BOOLEAN NOT NULL GENERATED ALWAYS AS (substr(phone, 3, 3) = ANY (ARRAY['800', '833', '844', '855', '866', '877', '888'])) STORED,
  "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "port_number_pkey" PRIMARY KEY ("partner_id", "request_id", "phone"),
  -- toll_free is part of the key so that local and toll-free can never share an order.
  CONSTRAINT "port_number_partner_id_request_id_order_id_toll_free_fkey" FOREIGN KEY ("partner_id", "request_id", "order_id", "toll_free") REFERENCES "port_order" ("partner_id", "request_id", "id", "toll_free") ON DELETE RESTRICT ON UPDATE NO ACTION
);
CREATE INDEX "port_number_partner_id_order_id_phone_idx" ON "port_number" ("partner_id", "order_id", "phone");

CREATE TABLE "app_user" (
  "id" UUID NOT NULL DEFAULT gen_random_uuid(),
  "email" TEXT NOT NULL CHECK ("email" = lower("email") AND "email" LIKE '%_@_%'),
  "name" TEXT NOT NULL CHECK ("name" <> ''),
  "role" "user_role" NOT NULL,
  "partner_id" INTEGER,
  "account_id" TEXT,
  "password_hash" TEXT NOT NULL,
  "disabled_at" TIMESTAMPTZ(3),
  "session_version" INTEGER NOT NULL DEFAULT 1,
  "last_sign_in_at" TIMESTAMPTZ(3),
  "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "app_user_pkey" PRIMARY KEY ("id"),
  CONSTRAINT "app_user_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "app_user_partner_id_account_id_fkey" FOREIGN KEY ("partner_id", "account_id") REFERENCES "account" ("partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "role_decides_partner_and_account" CHECK (
    CASE "role"
      WHEN 'partner' THEN "partner_id" IS NOT NULL AND "account_id" IS NULL
      WHEN 'end-user' THEN "partner_id" IS NOT NULL AND "account_id" IS NOT NULL
      ELSE "partner_id" IS NULL AND "account_id" IS NULL
    END
  )
);
CREATE UNIQUE INDEX "app_user_email_key" ON "app_user" ("email");
CREATE INDEX "app_user_partner_id_account_id_idx" ON "app_user" ("partner_id", "account_id");

CREATE TABLE "order_event" (
  "partner_id" INTEGER NOT NULL,
  "id" BIGSERIAL NOT NULL,
  "order_id" BIGINT NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "actor_id" UUID,
  "actor" TEXT NOT NULL,
  "kind" TEXT NOT NULL CHECK ("kind" IN ('created', 'changed', 'numbers-moved', 'note')),
  "changes" JSONB NOT NULL DEFAULT '[]' CHECK (jsonb_typeof("changes") = 'array'),
  "note" TEXT,
  "visible_to_partner" BOOLEAN NOT NULL,
  CONSTRAINT "order_event_pkey" PRIMARY KEY ("partner_id", "id"),
  CONSTRAINT "order_event_partner_id_order_id_fkey" FOREIGN KEY ("partner_id", "order_id") REFERENCES "port_order" ("partner_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "order_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "app_user" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
CREATE INDEX "order_event_partner_id_order_id_at_idx" ON "order_event" ("partner_id", "order_id", "at");

CREATE TABLE "import_run" (
  "partner_id" INTEGER NOT NULL,
  "id" BIGSERIAL NOT NULL,
  "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "actor" TEXT NOT NULL,
  "file_name" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "read" INTEGER NOT NULL,
  "imported" INTEGER NOT NULL,
  "unchanged" INTEGER NOT NULL,
  "rejected" INTEGER NOT NULL,
  CONSTRAINT "import_run_pkey" PRIMARY KEY ("partner_id", "id"),
  CONSTRAINT "import_run_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  CONSTRAINT "nothing_is_dropped_in_silence" CHECK ("read" = "imported" + "unchanged" + "rejected")
);

CREATE TABLE "user_preference" (
  "user_id" UUID NOT NULL,
  "key" TEXT NOT NULL,
  "value" JSONB NOT NULL,
  CONSTRAINT "user_preference_pkey" PRIMARY KEY ("user_id", "key"),
  CONSTRAINT "user_preference_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "app_user" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

CREATE TABLE "rate_limit" (
  "key" VARCHAR(255) NOT NULL,
  "points" INTEGER NOT NULL DEFAULT 0,
  "expire" BIGINT,
  CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- The status of a detailed status. src/domain/status.ts is the source; a test compares the two value by value.
CREATE FUNCTION port_status(detailed detailed_status) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN detailed IN ('waiting-for-loa', 'additional-info-required', 'rejected') THEN 'waiting-for-you'
    WHEN detailed = 'firm-order-confirmation' THEN 'scheduled'
    WHEN detailed = 'confirmed' THEN 'confirmed'
    WHEN detailed = 'completed' THEN 'completed'
    WHEN detailed IN ('cancelled', 'closed-as-incomplete') THEN 'cancelled'
    ELSE 'in-progress'
  END;

-- Whether the numbers of an order may be assigned before they port. Source: src/domain/ready-to-assign.ts, compared by a test.
CREATE FUNCTION ready_to_assign(toll_free boolean, detailed detailed_status, foc_on date, approved_on date) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN detailed IN ('completed', 'cancelled', 'closed-as-incomplete') THEN false
    WHEN toll_free THEN detailed = 'accepted' OR approved_on IS NOT NULL
    ELSE detailed IN ('firm-order-confirmation', 'confirmed') AND foc_on IS NOT NULL
  END;

-- number_count: one statement, one update per order touched.
CREATE FUNCTION count_numbers_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE port_order o SET number_count = o.number_count + added.n
  FROM (SELECT partner_id, order_id, count(*)::int AS n FROM new_rows GROUP BY 1, 2) added
  WHERE o.partner_id = added.partner_id AND o.id = added.order_id;
  RETURN NULL;
END $$;
CREATE FUNCTION count_numbers_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE port_order o SET number_count = o.number_count - removed.n
  FROM (SELECT partner_id, order_id, count(*)::int AS n FROM old_rows GROUP BY 1, 2) removed
  WHERE o.partner_id = removed.partner_id AND o.id = removed.order_id;
  RETURN NULL;
END $$;
CREATE FUNCTION count_numbers_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE port_order o SET number_count = o.number_count + moved.n
  FROM (
    SELECT partner_id, order_id, sum(n)::int AS n
    FROM (
      SELECT partner_id, order_id, 1 AS n FROM new_rows
      UNION ALL
      SELECT partner_id, order_id, -1 FROM old_rows
    ) both_ways
    GROUP BY 1, 2 HAVING sum(n) <> 0
  ) moved
  WHERE o.partner_id = moved.partner_id AND o.id = moved.order_id;
  RETURN NULL;
END $$;
CREATE TRIGGER numbers_added AFTER INSERT ON "port_number" REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_numbers_added();
CREATE TRIGGER numbers_removed AFTER DELETE ON "port_number" REFERENCING OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_numbers_removed();
CREATE TRIGGER numbers_moved AFTER UPDATE ON "port_number" REFERENCING NEW TABLE AS new_rows OLD TABLE AS old_rows
  FOR EACH STATEMENT EXECUTE FUNCTION count_numbers_moved();

-- What happened stays what happened, for the owner of the tables too.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER order_event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "order_event"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The second lock. A transaction takes one of three roles (set_config('role', …, true)):
-- portal_partner sees one partner (app.partner_id), portal_end_user one account of it (app.account_id), portal_staff all.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['portal_partner', 'portal_end_user', 'portal_staff'] LOOP
    -- Roles belong to the cluster, so another database of it may have made them already, perhaps at this moment.
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    BEGIN
      EXECUTE format('GRANT %I TO %I', name, current_user);
    EXCEPTION WHEN unique_violation OR invalid_grant_operation THEN NULL;
    END;
  END LOOP;
END $$;

GRANT USAGE ON SCHEMA public TO portal_partner, portal_end_user, portal_staff;
GRANT SELECT ON "partner", "account", "port_request", "port_order", "port_number", "order_event" TO portal_partner, portal_end_user;
GRANT SELECT, INSERT, UPDATE ON "partner", "account", "port_request", "port_order" TO portal_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON "port_number" TO portal_staff;
GRANT SELECT, INSERT ON "order_event", "import_run" TO portal_staff;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO portal_staff;

ALTER TABLE "partner" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "account" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "port_request" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "port_order" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "port_number" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "order_event" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "import_run" ENABLE ROW LEVEL SECURITY;
-- Nobody but the owner of the tables reads who signs in.
ALTER TABLE "app_user" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "user_preference" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "rate_limit" ENABLE ROW LEVEL SECURITY;

CREATE POLICY one_partner ON "partner" FOR SELECT TO portal_partner, portal_end_user
  USING (id = current_setting('app.partner_id')::integer);
CREATE POLICY one_partner ON "account" FOR SELECT TO portal_partner
  USING (partner_id = current_setting('app.partner_id')::integer);
CREATE POLICY one_partner ON "port_request" FOR SELECT TO portal_partner
  USING (partner_id = current_setting('app.partner_id')::integer);
CREATE POLICY one_partner ON "port_order" FOR SELECT TO portal_partner
  USING (partner_id = current_setting('app.partner_id')::integer);
CREATE POLICY one_partner ON "port_number" FOR SELECT TO portal_partner
  USING (partner_id = current_setting('app.partner_id')::integer);
CREATE POLICY one_partner ON "order_event" FOR SELECT TO portal_partner
  USING (partner_id = current_setting('app.partner_id')::integer AND visible_to_partner);

CREATE POLICY one_account ON "account" FOR SELECT TO portal_end_user
  USING (partner_id = current_setting('app.partner_id')::integer AND id = current_setting('app.account_id'));
CREATE POLICY one_account ON "port_request" FOR SELECT TO portal_end_user
  USING (partner_id = current_setting('app.partner_id')::integer AND account_id = current_setting('app.account_id'));
CREATE POLICY one_account ON "port_order" FOR SELECT TO portal_end_user
  USING (partner_id = current_setting('app.partner_id')::integer AND account_id = current_setting('app.account_id'));
CREATE POLICY one_account ON "port_number" FOR SELECT TO portal_end_user
  USING (partner_id = current_setting('app.partner_id')::integer AND order_id IN (SELECT id FROM port_order));
CREATE POLICY one_account ON "order_event" FOR SELECT TO portal_end_user
  USING (partner_id = current_setting('app.partner_id')::integer AND visible_to_partner AND order_id IN (SELECT id FROM port_order));

CREATE POLICY all_partners ON "partner" TO portal_staff USING (true) WITH CHECK (true);
CREATE POLICY all_partners ON "account" TO portal_staff USING (true) WITH CHECK (true);
CREATE POLICY all_partners ON "port_request" TO portal_staff USING (true) WITH CHECK (true);
CREATE POLICY all_partners ON "port_order" TO portal_staff USING (true) WITH CHECK (true);
CREATE POLICY all_partners ON "port_number" TO portal_staff USING (true) WITH CHECK (true);
CREATE POLICY all_partners ON "order_event" TO portal_staff USING (true) WITH CHECK (true);
CREATE POLICY all_partners ON "import_run" TO portal_staff USING (true) WITH CHECK (true);
