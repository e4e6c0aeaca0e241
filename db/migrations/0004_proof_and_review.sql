CREATE TABLE "recovery_address" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"code_hash" "bytea",
	"code_expires_at" timestamp with time zone,
	"added_at" timestamp with time zone NOT NULL,
	"confirmed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"case_id" uuid,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" "bytea" NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_media_type" CHECK ("document"."media_type" in ('application/pdf', 'image/jpeg', 'image/png'))
);
--> statement-breakpoint
CREATE TABLE "document_content" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"ciphertext" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "confirmation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"claim_id" uuid NOT NULL,
	"way" text NOT NULL,
	"code_hash" "bytea",
	"requested_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"sent_by" uuid,
	"expires_at" timestamp with time zone,
	"used_at" timestamp with time zone,
	CONSTRAINT "confirmation_way" CHECK ("confirmation"."way" in ('email', 'letter'))
);
--> statement-breakpoint
CREATE TABLE "identity_decision" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"case_id" uuid,
	"account_id" uuid,
	"person_id" uuid,
	"other_person_id" uuid,
	"claim_id" uuid,
	"reason" text NOT NULL,
	"details" jsonb NOT NULL,
	"undo" jsonb,
	"sealed" "bytea",
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"approved_by" uuid,
	"done_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "identity_decision_kind" CHECK ("identity_decision"."kind" in ('link', 'new', 'answer', 'reject', 'confirm', 'merge', 'relink', 'correct_name', 'correct_ssn', 'correct_birth_date', 'move_account')),
	CONSTRAINT "identity_decision_two_people" CHECK ("identity_decision"."approved_by" <> "identity_decision"."proposed_by"),
	CONSTRAINT "identity_decision_four_eyes" CHECK ("identity_decision"."done_at" is null or "identity_decision"."approved_by" is not null or "identity_decision"."kind" in ('link', 'new', 'answer', 'reject', 'confirm', 'correct_name'))
);
--> statement-breakpoint
ALTER TABLE "registration" DROP CONSTRAINT "registration_outcome";--> statement-breakpoint
ALTER TABLE "identity_case" ADD COLUMN "asked_for" text;--> statement-breakpoint
ALTER TABLE "identity_case" ADD COLUMN "asked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "identity_case" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "previous_name" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "ever_held" text;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "previous_first_name" text;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "previous_last_name" text;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "typed_ein" text;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "typed_certificate" text;--> statement-breakpoint
ALTER TABLE "registration" ADD COLUMN "answered_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "registry_import" ADD COLUMN "file_hash" "bytea";--> statement-breakpoint
ALTER TABLE "registry_import" ADD COLUMN "lines_read" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "registry_import" ADD COLUMN "counts" jsonb;--> statement-breakpoint
ALTER TABLE "registry_import" ADD COLUMN "rolled_back_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ssn_conflict" ADD COLUMN "import_id" uuid;--> statement-breakpoint
ALTER TABLE "recovery_address" ADD CONSTRAINT "recovery_address_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_case_id_identity_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."identity_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_content" ADD CONSTRAINT "document_content_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "confirmation" ADD CONSTRAINT "confirmation_sent_by_account_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_decision" ADD CONSTRAINT "identity_decision_case_id_identity_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."identity_case"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_decision" ADD CONSTRAINT "identity_decision_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_decision" ADD CONSTRAINT "identity_decision_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_decision" ADD CONSTRAINT "identity_decision_other_person_id_person_id_fk" FOREIGN KEY ("other_person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_decision" ADD CONSTRAINT "identity_decision_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_decision" ADD CONSTRAINT "identity_decision_proposed_by_account_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_decision" ADD CONSTRAINT "identity_decision_approved_by_account_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_decision" ADD CONSTRAINT "identity_decision_undone_by_account_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "recovery_address_email" ON "recovery_address" USING btree ("email_key");--> statement-breakpoint
CREATE INDEX "document_account" ON "document" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "document_case" ON "document" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "confirmation_code" ON "confirmation" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "confirmation_claim" ON "confirmation" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "confirmation_letters" ON "confirmation" USING btree ("requested_at") WHERE "confirmation"."way" = 'letter' and "confirmation"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "identity_decision_case" ON "identity_decision" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "identity_decision_person" ON "identity_decision" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "identity_decision_waiting" ON "identity_decision" USING btree ("proposed_at") WHERE "identity_decision"."done_at" is null and "identity_decision"."withdrawn_at" is null;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_merged_into_person_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "person_import" ON "person" USING btree ("import_id");--> statement-breakpoint
CREATE INDEX "person_merged" ON "person" USING btree ("merged_into") WHERE "person"."merged_into" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "registration_asked" ON "registration" USING btree ("account_id") WHERE "registration"."outcome" = 'asked';--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_ever_held" CHECK ("registration"."ever_held" in ('yes', 'no', 'not_sure'));--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_outcome" CHECK ("registration"."outcome" in ('link', 'review', 'new', 'asked', 'retyped'));
--> statement-breakpoint
-- Who a session cookie stands for: an account that was asked one more question is not registered yet.
DROP FUNCTION live_session(bytea, timestamptz, timestamptz, timestamptz);
--> statement-breakpoint
CREATE FUNCTION live_session(wanted bytea, at timestamptz, idle_since timestamptz, note_before timestamptz)
RETURNS TABLE (
  session_id uuid, account_id uuid, kind text, stage text, first_name text, last_name text,
  registered boolean, asked boolean, acknowledged boolean, roles text[], started_at timestamptz, step_up_at timestamptz
)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  WITH live AS (
    SELECT s.* FROM session s
    WHERE s.token_hash = wanted AND s.ended_at IS NULL AND s.ends_at > at AND s.last_seen_at > idle_since
  ), noted AS (
    UPDATE session SET last_seen_at = at WHERE id = (SELECT id FROM live WHERE last_seen_at <= note_before)
  )
  SELECT live.id, a.id, a.kind, live.stage, a.first_name, a.last_name,
    EXISTS (SELECT 1 FROM registration r WHERE r.account_id = a.id AND r.outcome NOT IN ('asked', 'retyped')),
    EXISTS (SELECT 1 FROM registration r WHERE r.account_id = a.id AND r.outcome = 'asked'),
    live.acknowledged_at IS NOT NULL,
    CASE WHEN a.kind = 'staff' THEN ARRAY(SELECT role FROM staff_role WHERE staff_role.account_id = a.id) END,
    live.started_at, live.step_up_at
  FROM live JOIN account a ON a.id = live.account_id
  WHERE a.closed_at IS NULL
$$;
--> statement-breakpoint

-- Whose number somebody typed: the person of that EIN, or of the certificate with that number. One id comes out, or none.
CREATE FUNCTION person_of_number(wanted_ein text, wanted_certificate text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT coalesce(
    (SELECT coalesce(p.merged_into, p.id) FROM person p WHERE p.ein = wanted_ein),
    (SELECT c.person_id FROM certificate c WHERE c.number = wanted_certificate))
$$;
--> statement-breakpoint
GRANT UPDATE (outcome, reasons, ever_held, previous_first_name, previous_last_name, typed_ein, typed_certificate, answered_at)
  ON registration TO cecs_public;
--> statement-breakpoint

-- The record of whoever asks. A provisional link knows the name that was typed; the one on file stays with the row, which only a
-- full link may read.
CREATE FUNCTION my_record() RETURNS TABLE (person_id uuid, ein text, strength text, first_name text, last_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT p.id, p.ein, c.strength,
    CASE c.strength WHEN 'full' THEN p.first_name ELSE c.typed_first_name END,
    CASE c.strength WHEN 'full' THEN p.last_name ELSE c.typed_last_name END
  FROM claim c JOIN person p ON p.id = c.person_id
  WHERE c.account_id = current_account_id() AND c.ended_at IS NULL
$$;
--> statement-breakpoint
DROP POLICY own ON person;
--> statement-breakpoint
CREATE POLICY own ON person FOR SELECT TO cecs_public USING (id IN (SELECT my_fully_linked_person_ids()));
--> statement-breakpoint

-- Which ways of confirming that it is them are open to whoever asks. Says that something is on file, never what.
CREATE FUNCTION my_open_ways() RETURNS TABLE (claim_id uuid, has_email boolean, has_address boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT c.id, contact.email IS NOT NULL, contact.address_line1 IS NOT NULL
  FROM claim c LEFT JOIN person_contact contact USING (person_id)
  WHERE c.account_id = current_account_id() AND c.ended_at IS NULL AND c.strength = 'provisional'
$$;
--> statement-breakpoint

-- A link becomes full by a live code sent to an address on file, and by nothing else that an educator can do. Used once.
CREATE FUNCTION confirm_my_claim(code bytea, at timestamptz) RETURNS uuid
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  WITH used AS (
    UPDATE confirmation f SET used_at = at
    FROM claim c
    WHERE f.code_hash = code AND f.used_at IS NULL AND f.expires_at > at
      AND c.id = f.claim_id AND c.account_id = current_account_id() AND c.ended_at IS NULL AND c.strength = 'provisional'
    RETURNING f.claim_id, f.way
  ), closed AS (
    UPDATE identity_case SET closed_at = at, resolution = 'confirmed_by_code'
    WHERE account_id = current_account_id() AND kind = 'confirm_identity' AND closed_at IS NULL AND EXISTS (SELECT 1 FROM used)
  )
  UPDATE claim SET strength = 'full', full_at = at, evidence = evidence || jsonb_build_object('confirmedBy', used.way)
  FROM used WHERE claim.id = used.claim_id
  RETURNING claim.id
$$;
--> statement-breakpoint

GRANT SELECT, INSERT, UPDATE ON confirmation, identity_decision, recovery_address, document, document_content
  TO cecs_worker, cecs_staff;
--> statement-breakpoint
GRANT SELECT ON identity_decision, document TO cecs_auditor;
--> statement-breakpoint
GRANT SELECT (id, claim_id, way, requested_at, sent_at, expires_at, used_at), INSERT ON confirmation TO cecs_public;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON recovery_address TO cecs_public;
--> statement-breakpoint
GRANT SELECT, INSERT ON document TO cecs_public;
--> statement-breakpoint
-- Sent in and not handed out again.
GRANT INSERT ON document_content TO cecs_public;
--> statement-breakpoint
DO $$
DECLARE
  table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['confirmation', 'identity_decision', 'recovery_address', 'document', 'document_content'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('CREATE POLICY desk ON %I TO cecs_staff, cecs_worker USING (true) WITH CHECK (true)', table_name);
  END LOOP;
  FOREACH table_name IN ARRAY ARRAY['identity_decision', 'document'] LOOP
    EXECUTE format('CREATE POLICY audit ON %I FOR SELECT TO cecs_auditor USING (true)', table_name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY own ON recovery_address TO cecs_public
  USING (account_id = current_account_id()) WITH CHECK (account_id = current_account_id());
--> statement-breakpoint
CREATE POLICY own ON document TO cecs_public
  USING (account_id = current_account_id())
  WITH CHECK (account_id = current_account_id() AND (case_id IS NULL OR case_id IN (SELECT id FROM identity_case)));
--> statement-breakpoint
CREATE POLICY own ON confirmation FOR SELECT TO cecs_public USING (claim_id IN (SELECT id FROM claim));
--> statement-breakpoint
-- Asked for; whoever sends the code writes the rest.
CREATE POLICY ask ON confirmation FOR INSERT TO cecs_public WITH CHECK (
  claim_id IN (SELECT id FROM claim) AND code_hash IS NULL AND sent_at IS NULL AND sent_by IS NULL AND expires_at IS NULL AND used_at IS NULL);
--> statement-breakpoint
CREATE POLICY own ON document_content FOR INSERT TO cecs_public WITH CHECK (document_id IN (SELECT id FROM document));
--> statement-breakpoint

DO $$
DECLARE
  one record;
  sensitive text[] := ARRAY[
    'registration.previous_first_name', 'registration.previous_last_name', 'registration.typed_ein', 'registration.typed_certificate',
    'confirmation.code_hash', 'identity_decision.reason', 'identity_decision.details', 'identity_decision.undo',
    'identity_decision.sealed', 'recovery_address.email', 'recovery_address.email_key', 'recovery_address.code_hash',
    'document.file_name', 'document.sha256', 'document_content.ciphertext', 'registry_import.file_hash', 'identity_case.asked_for'
  ];
BEGIN
  FOR one IN
    SELECT c.table_name, c.column_name FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
      AND col_description(format('%I.%I', c.table_schema, c.table_name)::regclass, c.ordinal_position) IS NULL
  LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', one.table_name, one.column_name,
      CASE WHEN one.table_name || '.' || one.column_name = ANY (sensitive) THEN 'sensitive=true' ELSE 'sensitive=false' END);
    sensitive := array_remove(sensitive, one.table_name || '.' || one.column_name);
  END LOOP;
  IF cardinality(sensitive) > 0 THEN
    RAISE EXCEPTION 'No such columns: %', array_to_string(sensitive, ', ');
  END IF;
END $$;
--> statement-breakpoint
-- What a record is found by is made anew when staff merge or correct it, and put back when they undo that.
GRANT DELETE ON match_key, previous_name TO cecs_staff;
--> statement-breakpoint

-- What was built on an import: people of it who were claimed, applications filed with it, later imports, cases and decisions
-- about it. While there is any of it, the import stays.
CREATE FUNCTION built_on_import(wanted uuid) RETURNS TABLE (obstacle text, many bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog, public
AS $$
  WITH made AS (SELECT id FROM person WHERE import_id = wanted),
  named AS (SELECT person_id AS id FROM previous_name WHERE import_id = wanted),
  certified AS (SELECT id, person_id FROM certificate WHERE import_id = wanted),
  touched AS (SELECT id FROM made UNION SELECT id FROM named UNION SELECT person_id FROM certified),
  begun AS (SELECT started_at AS at FROM registry_import WHERE id = wanted),
  counted AS (
    -- A link may also stand on a last name that the import gave to somebody on record before.
    SELECT 'claimed' AS obstacle, count(DISTINCT c.person_id) AS many FROM claim c
    WHERE c.person_id IN (SELECT id FROM made)
      OR (c.person_id IN (SELECT id FROM named) AND c.linked_at >= (SELECT at FROM begun))
    UNION ALL
    SELECT 'applied', count(*) FROM application a
    WHERE a.person_id IN (SELECT id FROM made) OR a.certificate_id IN (SELECT id FROM certified)
    UNION ALL
    SELECT 'imported_later', count(*) FROM (
      SELECT c.person_id FROM certificate c JOIN made ON made.id = c.person_id WHERE c.import_id IS DISTINCT FROM wanted
      UNION
      SELECT n.person_id FROM previous_name n JOIN made ON made.id = n.person_id WHERE n.import_id IS DISTINCT FROM wanted
      UNION
      SELECT made.id FROM ssn_conflict s JOIN person_secret holder ON holder.ssn_key = s.ssn_key
      JOIN made ON made.id = holder.person_id WHERE s.import_id IS DISTINCT FROM wanted
    ) more
    UNION ALL
    SELECT 'in_a_case', count(*) FROM identity_case k
    WHERE k.import_id IS NULL AND EXISTS (SELECT FROM unnest(k.candidate_ids) one JOIN made ON made.id = one)
    UNION ALL
    SELECT 'decided', count(*) FROM (
      SELECT coalesce(d.case_id, d.id) FROM identity_decision d
      WHERE d.case_id IN (SELECT id FROM identity_case WHERE import_id = wanted)
        OR (d.proposed_at >= (SELECT at FROM begun)
          AND (d.person_id IN (SELECT id FROM touched) OR d.other_person_id IN (SELECT id FROM touched)))
      UNION
      SELECT k.id FROM identity_case k
      WHERE k.import_id = wanted AND (k.closed_at IS NOT NULL OR k.id IN (SELECT case_id FROM document))
    ) settled
  )
  SELECT obstacle, many FROM counted WHERE many > 0
$$;
--> statement-breakpoint

-- Takes back the match keys of last names that an import gave to people on record before it. Which keys no other name of
-- theirs accounts for, only the application can tell; of anybody else and of other kinds none is removed.
CREATE FUNCTION take_name_keys_back(wanted uuid, people uuid[], keys bytea[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  DELETE FROM match_key k USING unnest(people, keys) AS gone (person_id, key)
  WHERE k.person_id = gone.person_id AND k.key = gone.key AND k.kind IN ('last_name', 'birth_date_name')
    AND EXISTS (SELECT FROM previous_name n WHERE n.person_id = k.person_id AND n.import_id = wanted)
$$;
--> statement-breakpoint

-- Takes an import back: removes what it brought and says nothing, or removes nothing and says what was built on it.
CREATE FUNCTION take_import_back(wanted uuid, at timestamptz) RETURNS TABLE (obstacle text, many bigint)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  -- Whoever is about to claim one of them waits, and then finds nobody: nothing is built between the look and the removal.
  PERFORM FROM person WHERE import_id = wanted ORDER BY id FOR UPDATE;
  RETURN QUERY SELECT built.obstacle, built.many FROM built_on_import(wanted) built;
  IF FOUND THEN
    RETURN;
  END IF;
  DELETE FROM certificate_endorsement e USING certificate c WHERE c.id = e.certificate_id AND c.import_id = wanted;
  DELETE FROM certificate WHERE import_id = wanted;
  DELETE FROM identity_case WHERE import_id = wanted;
  DELETE FROM ssn_conflict WHERE import_id = wanted;
  DELETE FROM previous_name WHERE import_id = wanted;
  DELETE FROM match_key k USING person p WHERE p.id = k.person_id AND p.import_id = wanted;
  DELETE FROM person_secret s USING person p WHERE p.id = s.person_id AND p.import_id = wanted;
  DELETE FROM person_contact c USING person p WHERE p.id = c.person_id AND p.import_id = wanted;
  DELETE FROM person WHERE import_id = wanted;
  UPDATE registry_import SET rolled_back_at = at WHERE id = wanted AND rolled_back_at IS NULL;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION built_on_import(uuid), take_import_back(uuid, timestamptz), take_name_keys_back(uuid, uuid[], bytea[])
  FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION take_import_back(uuid, timestamptz), take_name_keys_back(uuid, uuid[], bytea[]) TO cecs_worker;
--> statement-breakpoint
-- Asked for every person that is removed.
CREATE INDEX claim_person ON claim (person_id);
--> statement-breakpoint
CREATE INDEX identity_decision_other_person ON identity_decision (other_person_id);
--> statement-breakpoint
-- Planned by the keys it is given, the first look-ups of each connection would read everybody on record: so many keys look like
-- many people, and statistics of a register that has just grown say too little. All that is looked up here has an index.
ALTER FUNCTION match_candidates(bytea[], bytea[]) SET enable_seqscan = off SET plan_cache_mode = force_generic_plan;
