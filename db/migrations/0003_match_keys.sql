CREATE TABLE "disavowal_code" (
	"code_hash" "bytea" PRIMARY KEY NOT NULL,
	"claim_id" uuid NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "name_commonness" (
	"kind" text NOT NULL,
	"key" "bytea" NOT NULL,
	"people" integer NOT NULL,
	CONSTRAINT "name_commonness_kind_key_pk" PRIMARY KEY("kind","key")
);
--> statement-breakpoint
ALTER TABLE "disavowal_code" ADD CONSTRAINT "disavowal_code_claim_id_claim_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claim"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "disavowal_code_claim" ON "disavowal_code" USING btree ("claim_id");--> statement-breakpoint
CREATE INDEX "person_contact_email" ON "person_contact" USING btree ("email_key");
--> statement-breakpoint
DROP FUNCTION match_candidates(bytea[]);
--> statement-breakpoint

-- The records that share a keyed hash with what somebody typed, or their proved address; with those of the given hashes that
-- each holds. Only keys go in, and only such keys come out: no secret does. What is compared is not searched for, because a
-- birth date alone is shared by too many.
CREATE FUNCTION match_candidates(searched bytea[], compared bytea[])
RETURNS TABLE (
  person_id uuid, keys text[], first_name text, middle_name text, last_names text[], is_claimed boolean,
  is_disavowed boolean, email_agrees boolean,
  people integer, same_first_name integer, same_last_name integer
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  WITH by_address AS (
    SELECT contact.person_id FROM account a JOIN person_contact contact ON contact.email_key = a.email_key
    WHERE a.id = current_account_id() AND a.email_verified_at IS NOT NULL
  ), hit AS (
    SELECT k.person_id FROM match_key k WHERE k.key = ANY (searched)
    UNION
    SELECT by_address.person_id FROM by_address
  )
  SELECT p.id,
    ARRAY(SELECT encode(k.key, 'hex') FROM match_key k WHERE k.person_id = p.id AND k.key = ANY (searched || compared)),
    p.first_name, p.middle_name,
    array_prepend(p.last_name, ARRAY(SELECT n.last_name FROM previous_name n WHERE n.person_id = p.id)),
    EXISTS (SELECT 1 FROM claim c WHERE c.person_id = p.id AND c.ended_at IS NULL),
    EXISTS (SELECT 1 FROM claim c WHERE c.person_id = p.id AND c.ended_because = 'disavowed'),
    p.id IN (SELECT by_address.person_id FROM by_address),
    (SELECT c.people FROM name_commonness c WHERE c.kind = 'everybody'),
    coalesce((SELECT max(c.people) FROM match_key k JOIN name_commonness c USING (kind, key)
      WHERE k.person_id = p.id AND k.kind = 'first_name'), 0),
    coalesce((SELECT max(c.people) FROM match_key k JOIN name_commonness c USING (kind, key)
      WHERE k.person_id = p.id AND k.kind = 'last_name'), 0)
  FROM hit JOIN person p ON p.id = hit.person_id
$$;
--> statement-breakpoint

-- Names are counted anew, the whole register at once. A name nobody has any more keeps its last count: it bothers nobody.
-- One count at a time: two would lock the same rows in different order.
CREATE FUNCTION count_names() RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT pg_advisory_xact_lock(hashtext('count_names'));
  INSERT INTO name_commonness (kind, key, people)
  SELECT k.kind, k.key, count(*) FROM match_key k WHERE k.kind IN ('first_name', 'last_name') GROUP BY k.kind, k.key
  UNION ALL SELECT 'everybody', '', count(*) FROM person
  ON CONFLICT (kind, key) DO UPDATE SET people = excluded.people
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION count_names() FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION count_names() TO cecs_worker;
--> statement-breakpoint
-- Read by functions only.
ALTER TABLE name_commonness ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
COMMENT ON COLUMN name_commonness.kind IS 'sensitive=false';
--> statement-breakpoint
COMMENT ON COLUMN name_commonness.key IS 'sensitive=true';
--> statement-breakpoint
COMMENT ON COLUMN name_commonness.people IS 'sensitive=false';
--> statement-breakpoint

-- Whether the record that the asking account fully holds is of somebody born on the day behind this keyed hash.
CREATE FUNCTION is_born_on(record uuid, birth_date_key bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT EXISTS (
    SELECT 1 FROM match_key k
    WHERE k.person_id = record AND k.kind = 'birth_date' AND k.key = birth_date_key
      AND record IN (SELECT my_fully_linked_person_ids()))
$$;
--> statement-breakpoint

-- Codes are written by the worker that sends them, and read under its role by the command they authorise.
GRANT SELECT, INSERT ON disavowal_code TO cecs_worker;
--> statement-breakpoint
ALTER TABLE disavowal_code ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY desk ON disavowal_code TO cecs_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
COMMENT ON COLUMN disavowal_code.code_hash IS 'sensitive=true';
--> statement-breakpoint
COMMENT ON COLUMN disavowal_code.claim_id IS 'sensitive=false';
--> statement-breakpoint
COMMENT ON COLUMN disavowal_code.sent_at IS 'sensitive=false';
