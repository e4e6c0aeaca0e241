-- Read what a look-up needs by the index that has it, and nothing of records that cannot be meant.
SELECT 1;
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
