-- What the tables alone do not say: who may do what (group roles, row-level security), what may never change
-- (append-only), what must add up (ledger), and the few look-ups that need more rights than their caller.

DO $$
DECLARE
  role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['cecs_public', 'cecs_staff', 'cecs_worker', 'cecs_auditor'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOLOGIN', role_name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL; -- roles belong to the cluster: another database of it made them
    END;
    -- Whoever creates a role may grant it but not yet act as it (PostgreSQL 16): said explicitly, and harmless to repeat.
    EXECUTE format('GRANT %I TO %I', role_name, current_user);
    EXECUTE format('GRANT USAGE ON SCHEMA public TO %I', role_name);
  END LOOP;
END $$;
--> statement-breakpoint
REVOKE ALL ON SCHEMA public FROM PUBLIC;
--> statement-breakpoint
CREATE SEQUENCE reference_number START 1000;
--> statement-breakpoint
CREATE SEQUENCE ein_number START 5000000001;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE reference_number TO cecs_public, cecs_staff, cecs_worker;
--> statement-breakpoint

-- Grants. Nobody may delete, but for counters that are forgotten on purpose.
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO cecs_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA public TO cecs_staff;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA public TO cecs_auditor;
--> statement-breakpoint
REVOKE SELECT ON person_secret, match_key, registration, staff_totp, temporary_password, session, held_form FROM cecs_auditor;
--> statement-breakpoint
GRANT INSERT ON audit_event, person_access TO cecs_auditor;
--> statement-breakpoint
GRANT UPDATE ON session TO cecs_auditor;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON
  account, sign_up, temporary_password, session, acknowledgement, email_change, held_form,
  staff_role, staff_totp, staff_invitation, limit_counter
TO cecs_public;
--> statement-breakpoint
GRANT DELETE ON limit_counter TO cecs_public, cecs_staff, cecs_worker, cecs_auditor;
--> statement-breakpoint
GRANT INSERT, UPDATE ON limit_counter TO cecs_auditor;
--> statement-breakpoint
GRANT SELECT, INSERT ON message, job TO cecs_public;
--> statement-breakpoint
GRANT INSERT ON audit_event TO cecs_public;
--> statement-breakpoint
GRANT SELECT ON
  acknowledgement_text, rule_source, rule_set_version, certificate_type, certificate_validity, validity_extension,
  endorsement, endorsement_grades, application_kind, rule_condition, transition, fee, kind_fee, rule_setting
TO cecs_public;
--> statement-breakpoint
GRANT SELECT, INSERT ON person TO cecs_public;
--> statement-breakpoint
GRANT UPDATE (last_name) ON person TO cecs_public;
--> statement-breakpoint
GRANT INSERT ON previous_name TO cecs_public;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON person_contact TO cecs_public;
--> statement-breakpoint
GRANT INSERT ON person_secret, match_key TO cecs_public;
--> statement-breakpoint
GRANT SELECT, INSERT ON claim, registration, identity_case TO cecs_public;
--> statement-breakpoint
GRANT SELECT ON certificate, certificate_endorsement TO cecs_public;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON application, application_answer TO cecs_public;
--> statement-breakpoint
GRANT SELECT, INSERT ON submission, obligation, ledger_transaction, ledger_entry, attempt_obligation TO cecs_public;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON payment_attempt, remittance_slip TO cecs_public;
--> statement-breakpoint
GRANT SELECT ON decision, instrument, allocation, receipt TO cecs_public;
--> statement-breakpoint
GRANT SELECT, INSERT ON gateway_event TO cecs_public;
--> statement-breakpoint

-- Row-level security on what educators own.
CREATE FUNCTION current_account_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('app.account_id', true), '')::uuid $$;
--> statement-breakpoint
CREATE FUNCTION my_person_ids() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
  AS $$ SELECT person_id FROM claim WHERE account_id = current_account_id() AND ended_at IS NULL $$;
--> statement-breakpoint
CREATE FUNCTION my_fully_linked_person_ids() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public
  AS $$ SELECT person_id FROM claim
        WHERE account_id = current_account_id() AND ended_at IS NULL AND strength = 'full' $$;
--> statement-breakpoint
DO $$
DECLARE
  table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY[
    'person', 'person_contact', 'previous_name', 'person_secret', 'match_key', 'claim', 'registration', 'identity_case',
    'certificate', 'certificate_endorsement', 'application', 'application_answer', 'submission', 'decision',
    'obligation', 'payment_attempt', 'attempt_obligation', 'remittance_slip', 'instrument', 'allocation', 'receipt',
    'ledger_transaction', 'ledger_entry'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('CREATE POLICY desk ON %I TO cecs_staff, cecs_worker USING (true) WITH CHECK (true)', table_name);
    EXECUTE format('CREATE POLICY audit ON %I FOR SELECT TO cecs_auditor USING (true)', table_name);
  END LOOP;

  -- Rows that carry the account themselves.
  FOREACH table_name IN ARRAY ARRAY[
    'claim', 'registration', 'application', 'obligation', 'payment_attempt', 'remittance_slip'
  ] LOOP
    EXECUTE format(
      'CREATE POLICY own ON %I TO cecs_public USING (account_id = current_account_id()) WITH CHECK (account_id = current_account_id())',
      table_name);
  END LOOP;

  -- Rows of an application that is theirs: the inner look-up is itself under row-level security.
  FOREACH table_name IN ARRAY ARRAY['application_answer', 'submission', 'decision', 'instrument', 'receipt'] LOOP
    EXECUTE format(
      'CREATE POLICY own ON %I TO cecs_public USING (application_id IN (SELECT id FROM application)) WITH CHECK (application_id IN (SELECT id FROM application))',
      table_name);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY own ON person FOR SELECT TO cecs_public USING (id IN (SELECT my_person_ids()));
--> statement-breakpoint
CREATE POLICY register ON person FOR INSERT TO cecs_public WITH CHECK (source = 'registered');
--> statement-breakpoint
CREATE POLICY rename ON person FOR UPDATE TO cecs_public
  USING (id IN (SELECT my_fully_linked_person_ids())) WITH CHECK (id IN (SELECT my_fully_linked_person_ids()));
--> statement-breakpoint
CREATE POLICY rename ON previous_name FOR INSERT TO cecs_public
  WITH CHECK (person_id IN (SELECT my_fully_linked_person_ids()));
--> statement-breakpoint
CREATE POLICY own ON person_contact TO cecs_public
  USING (person_id IN (SELECT my_fully_linked_person_ids()))
  WITH CHECK (person_id IN (SELECT my_fully_linked_person_ids()));
--> statement-breakpoint
CREATE POLICY register ON person_contact FOR INSERT TO cecs_public WITH CHECK (email IS NULL AND address_line1 IS NULL);
--> statement-breakpoint
CREATE POLICY register ON person_secret FOR INSERT TO cecs_public WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY register ON match_key FOR INSERT TO cecs_public WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY own ON identity_case FOR SELECT TO cecs_public USING (account_id = current_account_id());
--> statement-breakpoint
CREATE POLICY open ON identity_case FOR INSERT TO cecs_public
  WITH CHECK (closed_at IS NULL AND (account_id IS NULL OR account_id = current_account_id()));
--> statement-breakpoint
CREATE POLICY own ON certificate FOR SELECT TO cecs_public USING (person_id IN (SELECT my_person_ids()));
--> statement-breakpoint
CREATE POLICY own ON certificate_endorsement FOR SELECT TO cecs_public
  USING (certificate_id IN (SELECT id FROM certificate));
--> statement-breakpoint
CREATE POLICY own ON attempt_obligation TO cecs_public
  USING (obligation_id IN (SELECT id FROM obligation)) WITH CHECK (obligation_id IN (SELECT id FROM obligation));
--> statement-breakpoint
CREATE POLICY own ON allocation FOR SELECT TO cecs_public USING (obligation_id IN (SELECT id FROM obligation));
--> statement-breakpoint
CREATE POLICY own ON ledger_entry TO cecs_public
  USING (application_id IN (SELECT id FROM application)) WITH CHECK (application_id IN (SELECT id FROM application));
--> statement-breakpoint
-- Names nobody: a kind, a key and a time. The sums are in the entries.
CREATE POLICY post ON ledger_transaction TO cecs_public USING (true) WITH CHECK (true);
--> statement-breakpoint

-- Append-only.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION 'Rows of % are never changed or removed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$;
--> statement-breakpoint
DO $$
DECLARE
  table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY[
    'audit_event', 'ledger_transaction', 'ledger_entry', 'submission', 'decision', 'receipt', 'person_access'
  ] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', table_name);
    EXECUTE format('CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON %I EXECUTE FUNCTION refuse_change()', table_name);
    EXECUTE format('REVOKE UPDATE ON %I FROM cecs_public, cecs_staff, cecs_worker', table_name);
  END LOOP;
END $$;
--> statement-breakpoint

-- The audit chain: each row carries the hash of the one before. The lock lasts until commit, so rows are written last.
CREATE FUNCTION chain_audit_event() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  last record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('audit_event'));
  SELECT seq, hash INTO last FROM audit_event ORDER BY seq DESC LIMIT 1;
  NEW.seq := coalesce(last.seq, 0) + 1;
  NEW.prev := coalesce(last.hash, ''::bytea);
  NEW.hash := sha256(NEW.prev || convert_to(concat_ws('|',
    NEW.seq, to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), NEW.actor_kind, NEW.actor_id, NEW.session_id,
    NEW.type, NEW.subject_kind, NEW.subject_id, NEW.reason, NEW.details, NEW.request_id), 'UTF8'));
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER chain BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION chain_audit_event();
--> statement-breakpoint

-- Every ledger transaction adds up to nothing, or is refused at commit.
CREATE FUNCTION refuse_unbalanced() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
BEGIN
  IF (SELECT sum(cents) FROM ledger_entry WHERE transaction_id = NEW.transaction_id) <> 0 THEN
    RAISE EXCEPTION 'A ledger transaction does not balance' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER balanced AFTER INSERT ON ledger_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced();
--> statement-breakpoint

-- The legal steps of a payment attempt.
CREATE FUNCTION refuse_illegal_attempt_step() RETURNS trigger LANGUAGE plpgsql
AS $$
BEGIN
  IF NEW.state <> OLD.state AND (OLD.state || '>' || NEW.state) <> ALL (ARRAY[
    'created>session_open', 'created>expired',
    'session_open>authorised', 'session_open>expired',
    'expired>authorised', -- the money was held in the second that the session ran out
    'authorised>capture_requested', 'authorised>cancel_requested',
    'capture_requested>captured', 'capture_requested>cancelled',
    'cancel_requested>cancelled'
  ]) THEN
    RAISE EXCEPTION 'A payment attempt cannot go from % to %', OLD.state, NEW.state USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER legal_step BEFORE UPDATE ON payment_attempt FOR EACH ROW EXECUTE FUNCTION refuse_illegal_attempt_step();
--> statement-breakpoint
INSERT INTO receipt_counter (id, last_number) VALUES (1, 100000);
--> statement-breakpoint

-- Who a session cookie stands for, in one statement; notes the activity once a minute.
CREATE FUNCTION live_session(wanted bytea, at timestamptz, idle_since timestamptz, note_before timestamptz)
RETURNS TABLE (
  session_id uuid, account_id uuid, kind text, stage text, first_name text, last_name text,
  registered boolean, acknowledged boolean, roles text[], started_at timestamptz, step_up_at timestamptz
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
    EXISTS (SELECT 1 FROM registration r WHERE r.account_id = a.id),
    live.acknowledged_at IS NOT NULL,
    CASE WHEN a.kind = 'staff' THEN ARRAY(SELECT role FROM staff_role WHERE staff_role.account_id = a.id) END,
    live.started_at, live.step_up_at
  FROM live JOIN account a ON a.id = live.account_id
  WHERE a.closed_at IS NULL
$$;
--> statement-breakpoint

-- The records that share a keyed hash with what somebody typed. Only the keys go in; no secret comes out.
CREATE FUNCTION match_candidates(wanted bytea[])
RETURNS TABLE (
  person_id uuid, kinds text[], first_name text, last_names text[], is_claimed boolean, email_agrees boolean
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  WITH hit AS (
    SELECT k.person_id, array_agg(DISTINCT k.kind) AS kinds FROM match_key k WHERE k.key = ANY (wanted) GROUP BY k.person_id
  )
  SELECT p.id, hit.kinds, p.first_name,
    array_prepend(p.last_name, ARRAY(SELECT n.last_name FROM previous_name n WHERE n.person_id = p.id)),
    EXISTS (SELECT 1 FROM claim c WHERE c.person_id = p.id AND c.ended_at IS NULL),
    EXISTS (
      SELECT 1 FROM person_contact contact JOIN account a ON a.email_key = contact.email_key
      WHERE contact.person_id = p.id AND a.id = current_account_id() AND a.email_verified_at IS NOT NULL)
  FROM hit JOIN person p ON p.id = hit.person_id
$$;
--> statement-breakpoint
CREATE INDEX match_key_by_key ON match_key (key);
--> statement-breakpoint

-- A fresh ten-digit EIN; numbers that an imported record holds already are passed over.
CREATE FUNCTION next_ein() RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
DECLARE
  candidate text;
BEGIN
  LOOP
    candidate := nextval('ein_number')::text;
    EXIT WHEN NOT EXISTS (SELECT 1 FROM person WHERE ein = candidate);
  END LOOP;
  RETURN candidate;
END $$;
--> statement-breakpoint

-- The public check: by number, or by last and first name. Name, type, endorsements, dates; nothing else leaves.
CREATE FUNCTION public_certificates(wanted_number text, wanted_last text, wanted_first text)
RETURNS TABLE (
  number text, first_name text, last_name text, suffix text, type_key text, type_name text, issued_on date,
  effective_on date, expires_on date, endorsement_codes text[], endorsement_titles text[]
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT c.number, p.first_name, p.last_name, p.suffix, c.type_key, t.name, c.issued_on, c.effective_on, c.expires_on,
    ARRAY(SELECT e.code FROM certificate_endorsement e WHERE e.certificate_id = c.id ORDER BY e.code),
    ARRAY(SELECT coalesce(d.title, 'Endorsement ' || e.code) FROM certificate_endorsement e JOIN endorsement d ON d.code = e.code
          WHERE e.certificate_id = c.id ORDER BY e.code)
  FROM certificate c JOIN person p ON p.id = c.person_id JOIN certificate_type t ON t.key = c.type_key
  WHERE CASE WHEN wanted_number IS NOT NULL THEN c.number = wanted_number
        ELSE lower(p.last_name) = lower(wanted_last) AND lower(p.first_name) = lower(wanted_first) END
  ORDER BY p.last_name, p.first_name, c.effective_on DESC
  LIMIT 50
$$;
