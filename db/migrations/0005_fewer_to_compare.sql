DROP INDEX "match_key_person";--> statement-breakpoint
ALTER TABLE "match_key" DROP CONSTRAINT "match_key_kind_key_person_id_pk";--> statement-breakpoint
ALTER TABLE "match_key" ADD CONSTRAINT "match_key_person_id_kind_key_pk" PRIMARY KEY("person_id","kind","key");--> statement-breakpoint
CREATE INDEX "match_key_ssn" ON "match_key" USING hash ("key") WHERE kind = 'ssn';--> statement-breakpoint
CREATE INDEX "match_key_birth_date_name" ON "match_key" USING hash ("key") WHERE kind = 'birth_date_name';
--> statement-breakpoint
DROP INDEX match_key_by_key;
--> statement-breakpoint
DROP FUNCTION match_candidates(bytea[], bytea[]);
--> statement-breakpoint

-- The records that share a keyed hash with what somebody typed, or their proved address; with those hashes of an SSN or of a
-- birth date that each holds. Only keys go in, and only such keys come out: no secret does. What is known of a record is read
-- once, by its person: the cost is that of the records found.
-- How it is planned is said here: by the number of keys, or before a register that has just grown was counted, many records
-- look likely, and everybody on record would be read.
CREATE FUNCTION match_candidates(ssns bytea[], names bytea[], birth_dates bytea[])
RETURNS TABLE (
  person_id uuid, keys text[], first_name text, middle_name text, last_names text[], is_claimed boolean,
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
    SELECT k.person_id FROM match_key k
    WHERE k.kind = 'ssn' AND k.key = ANY (ssns)
    UNION
    SELECT k.person_id FROM match_key k
    WHERE k.kind = 'birth_date_name' AND k.key = ANY (names)
    UNION
    SELECT by_address.person_id FROM by_address
  )
  SELECT p.id, held.keys, p.first_name, p.middle_name,
    array_prepend(p.last_name, ARRAY(SELECT n.last_name FROM previous_name n WHERE n.person_id = p.id)),
    EXISTS (SELECT 1 FROM claim c WHERE c.person_id = p.id AND c.ended_at IS NULL),
    EXISTS (SELECT 1 FROM claim c WHERE c.person_id = p.id AND c.ended_because = 'disavowed'),
    p.id IN (SELECT by_address.person_id FROM by_address),
    (SELECT c.people FROM name_commonness c WHERE c.kind = 'everybody'),
    held.same_first_name, held.same_last_name
  FROM hit JOIN person p ON p.id = hit.person_id
  CROSS JOIN LATERAL (
    SELECT
      coalesce(array_agg(encode(k.key, 'hex')) FILTER (
        WHERE (k.kind = 'ssn' AND k.key = ANY (ssns)) OR (k.kind = 'birth_date' AND k.key = ANY (birth_dates))), '{}') AS keys,
      coalesce(max(CASE k.kind WHEN 'first_name' THEN common.people END), 0) AS same_first_name,
      coalesce(max(CASE k.kind WHEN 'last_name' THEN common.people END), 0) AS same_last_name
    FROM match_key k
    CROSS JOIN LATERAL (SELECT CASE WHEN k.kind IN ('first_name', 'last_name') THEN
      (SELECT c.people FROM name_commonness c WHERE c.kind = k.kind AND c.key = k.key) END AS people) common
    WHERE k.person_id = p.id
  ) held
$$;
