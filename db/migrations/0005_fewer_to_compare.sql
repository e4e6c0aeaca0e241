DROP INDEX "match_key_person";--> statement-breakpoint
ALTER TABLE "match_key" DROP CONSTRAINT "match_key_kind_key_person_id_pk";--> statement-breakpoint
ALTER TABLE "match_key" ADD CONSTRAINT "match_key_person_id_kind_key_pk" PRIMARY KEY("person_id","kind","key");--> statement-breakpoint
CREATE INDEX "match_key_ssn" ON "match_key" USING hash ("key") WHERE kind = 'ssn';--> statement-breakpoint
CREATE INDEX "match_key_near_ssn" ON "match_key" USING btree ("key") WHERE kind in ('ssn_head', 'ssn_tail');--> statement-breakpoint
CREATE INDEX "match_key_birth_date_name" ON "match_key" USING hash ("key") WHERE kind = 'birth_date_name';
--> statement-breakpoint
DROP INDEX match_key_by_key;
--> statement-breakpoint
DROP FUNCTION match_candidates(bytea[], bytea[]);
--> statement-breakpoint

-- Records of an earlier version get the keys of this one from the worker: it looks for those without a birth date's.
DELETE FROM match_key WHERE kind IN ('ssn_birth_date', 'birth_date');
--> statement-breakpoint

-- The records that share a keyed hash with what somebody typed, or their proved address; with how the SSN and the birth date of
-- each compare: 2 equal, 1 a slip away, 0 otherwise. Of the keys that go in, the first SSN and the first birth date are what was
-- typed and the others its slips; no key and no secret comes out. What is known of a record is read once, by its person: the
-- cost is that of the records found.
-- How it is planned is said here: by the number of keys, or before a register that has just grown was counted, many records
-- look likely, and everybody on record would be read.
CREATE FUNCTION match_candidates(ssns bytea[], near_ssns bytea[], names bytea[], birth_dates bytea[])
RETURNS TABLE (
  person_id uuid, ssn integer, birth_date integer, first_name text, middle_name text, last_names text[], is_claimed boolean,
  is_disavowed boolean, email_agrees boolean,
  people integer, same_first_name integer, same_last_name integer
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
SET enable_seqscan = off SET max_parallel_workers_per_gather = 0 SET plan_cache_mode = force_generic_plan
AS $$
  WITH by_address AS (
    SELECT contact.person_id FROM account a JOIN person_contact contact ON contact.email_key = a.email_key
    WHERE a.id = current_account_id() AND a.email_verified_at IS NOT NULL
  ), hit AS (
    SELECT k.person_id FROM match_key k WHERE k.kind = 'ssn' AND k.key = ANY (ssns)
    UNION
    SELECT k.person_id FROM match_key k WHERE k.kind IN ('ssn_head', 'ssn_tail') AND k.key = ANY (near_ssns)
    UNION
    SELECT k.person_id FROM match_key k WHERE k.kind = 'birth_date_name' AND k.key = ANY (names)
    UNION
    SELECT by_address.person_id FROM by_address
  )
  SELECT p.id, held.ssn, held.birth_date, p.first_name, p.middle_name,
    array_prepend(p.last_name, ARRAY(SELECT n.last_name FROM previous_name n WHERE n.person_id = p.id)),
    EXISTS (SELECT 1 FROM claim c WHERE c.person_id = p.id AND c.ended_at IS NULL),
    EXISTS (SELECT 1 FROM claim c WHERE c.person_id = p.id AND c.ended_because = 'disavowed'),
    p.id IN (SELECT by_address.person_id FROM by_address),
    (SELECT c.people FROM name_commonness c WHERE c.kind = 'everybody'),
    held.same_first_name, held.same_last_name
  FROM hit JOIN person p ON p.id = hit.person_id
  CROSS JOIN LATERAL (
    SELECT
      coalesce(max(CASE
        WHEN k.kind = 'ssn' AND k.key = ssns[1] THEN 2
        WHEN k.kind = 'ssn' AND k.key = ANY (ssns) THEN 1
        WHEN k.kind IN ('ssn_head', 'ssn_tail') AND k.key = ANY (near_ssns) THEN 1 END), 0) AS ssn,
      coalesce(max(CASE WHEN k.kind <> 'birth_date' THEN 0 WHEN k.key = birth_dates[1] THEN 2 WHEN k.key = ANY (birth_dates) THEN 1 END), 0) AS birth_date,
      coalesce(max(CASE k.kind WHEN 'first_name' THEN common.people END), 0) AS same_first_name,
      coalesce(max(CASE k.kind WHEN 'last_name' THEN common.people END), 0) AS same_last_name
    FROM match_key k
    CROSS JOIN LATERAL (SELECT CASE WHEN k.kind IN ('first_name', 'last_name') THEN
      (SELECT c.people FROM name_commonness c WHERE c.kind = k.kind AND c.key = k.key) END AS people) common
    WHERE k.person_id = p.id
  ) held
$$;
--> statement-breakpoint
CREATE TABLE "record_change" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "record_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"claim_id" uuid NOT NULL,
	"field" text NOT NULL,
	"before" text,
	"after" text,
	"previous_name_id" uuid,
	"changed_at" timestamp with time zone NOT NULL,
	"taken_back_at" timestamp with time zone,
	CONSTRAINT "record_change_field" CHECK ("record_change"."field" in ('addressLine1', 'addressLine2', 'city', 'state', 'postalCode', 'phone', 'lastName'))
);
--> statement-breakpoint
ALTER TABLE "record_change" ADD CONSTRAINT "record_change_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "record_change_claim" ON "record_change" USING btree ("claim_id");
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON record_change TO cecs_staff, cecs_worker;
--> statement-breakpoint
GRANT INSERT ON record_change TO cecs_public;
--> statement-breakpoint
-- A name that was changed through a link goes with it, and what the record was found by under that name. Which keys those are,
-- only the application can tell; of anybody else and of other kinds none is removed.
CREATE FUNCTION take_name_change_back(wanted uuid, names uuid[], keys bytea[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  DELETE FROM previous_name n USING record_change r
  WHERE r.claim_id = wanted AND r.previous_name_id = n.id AND n.id = ANY (names);
  DELETE FROM match_key k USING claim c
  WHERE c.id = wanted AND k.person_id = c.person_id AND k.key = ANY (keys) AND k.kind IN ('last_name', 'birth_date_name')
    AND EXISTS (SELECT FROM record_change r WHERE r.claim_id = wanted AND r.field = 'lastName')
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION take_name_change_back(uuid, uuid[], bytea[]) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION take_name_change_back(uuid, uuid[], bytea[]) TO cecs_staff, cecs_worker;
--> statement-breakpoint
ALTER TABLE record_change ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY desk ON record_change TO cecs_staff, cecs_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY own ON record_change FOR INSERT TO cecs_public
  WITH CHECK (claim_id IN (SELECT id FROM claim WHERE ended_at IS NULL AND strength = 'full'));
--> statement-breakpoint
DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['id', 'claim_id', 'field', 'previous_name_id', 'changed_at', 'taken_back_at'] LOOP
    EXECUTE format('COMMENT ON COLUMN record_change.%I IS %L', one, 'sensitive=false');
  END LOOP;
END $$;
--> statement-breakpoint
COMMENT ON COLUMN record_change.before IS 'sensitive=true';
--> statement-breakpoint
COMMENT ON COLUMN record_change.after IS 'sensitive=true';
--> statement-breakpoint
-- Codes that move an account are looked up by their hash alone: whoever types one is not signed in.
CREATE INDEX recovery_address_code ON recovery_address (code_hash) WHERE code_hash IS NOT NULL;
--> statement-breakpoint
CREATE INDEX email_change_new_code ON email_change (new_token_hash) WHERE new_token_hash IS NOT NULL;
--> statement-breakpoint
CREATE INDEX email_change_old_code ON email_change (old_token_hash) WHERE old_token_hash IS NOT NULL;
--> statement-breakpoint
ALTER TABLE identity_case ADD COLUMN added_ids uuid[] DEFAULT '{}'::uuid[] NOT NULL;
--> statement-breakpoint
COMMENT ON COLUMN identity_case.added_ids IS 'sensitive=false';
