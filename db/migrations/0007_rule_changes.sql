CREATE TABLE "rule_change" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "rule_change_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"what" text NOT NULL,
	"key" text NOT NULL,
	"values" jsonb NOT NULL,
	"from_day" date NOT NULL,
	"source" text NOT NULL,
	"note" text,
	"drafted_by" uuid NOT NULL,
	"drafted_at" timestamp with time zone NOT NULL,
	"approved_by" uuid,
	"approved_at" timestamp with time zone,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "rule_change_number" UNIQUE("number"),
	CONSTRAINT "rule_change_what" CHECK ("rule_change"."what" in ('fee', 'setting', 'validity')),
	CONSTRAINT "rule_change_source" CHECK ("rule_change"."source" ~ '[^[:space:]]'),
	CONSTRAINT "rule_change_approved" CHECK (("rule_change"."approved_by" is null) = ("rule_change"."approved_at" is null)),
	CONSTRAINT "rule_change_withdrawn" CHECK (("rule_change"."withdrawn_by" is null) = ("rule_change"."withdrawn_at" is null)),
	CONSTRAINT "rule_change_four_eyes" CHECK ("rule_change"."approved_by" <> "rule_change"."drafted_by"),
	CONSTRAINT "rule_change_taken_back" CHECK ("rule_change"."approved_by" is null or "rule_change"."withdrawn_by" <> "rule_change"."drafted_by")
);
--> statement-breakpoint
CREATE TABLE "shipped_rules" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"version" text NOT NULL,
	"rows" jsonb NOT NULL,
	CONSTRAINT "shipped_rules_single" CHECK ("shipped_rules"."id" = 1)
);
--> statement-breakpoint
ALTER TABLE "rule_change" ADD CONSTRAINT "rule_change_drafted_by_account_id_fk" FOREIGN KEY ("drafted_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_change" ADD CONSTRAINT "rule_change_approved_by_account_id_fk" FOREIGN KEY ("approved_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_change" ADD CONSTRAINT "rule_change_withdrawn_by_account_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "rule_change_drafted_by" ON "rule_change" USING btree ("drafted_by");--> statement-breakpoint
CREATE INDEX "rule_change_approved_by" ON "rule_change" USING btree ("approved_by");--> statement-breakpoint
CREATE INDEX "rule_change_withdrawn_by" ON "rule_change" USING btree ("withdrawn_by");
--> statement-breakpoint
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name IN ('rule_change', 'shipped_rules')
  LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', one.table_name, one.column_name, 'sensitive=false');
  END LOOP;
END $$;
--> statement-breakpoint
-- The desk drafts, and sets who approved or took back; what a change says is nobody's to alter.
GRANT SELECT, INSERT ON rule_change TO cecs_staff;
--> statement-breakpoint
GRANT UPDATE (approved_by, approved_at, withdrawn_by, withdrawn_at) ON rule_change TO cecs_staff;
--> statement-breakpoint
GRANT SELECT ON rule_change, shipped_rules TO cecs_staff, cecs_worker, cecs_auditor;
--> statement-breakpoint
-- A published change that is taken back before its day leaves no row behind.
GRANT DELETE ON fee, rule_setting, certificate_validity, rule_source TO cecs_staff;
--> statement-breakpoint
DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['rule_change', 'shipped_rules'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY desk ON %I TO cecs_staff, cecs_worker USING (true) WITH CHECK (true)', one);
    EXECUTE format('CREATE POLICY audit ON %I FOR SELECT TO cecs_auditor USING (true)', one);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.approved_at IS NULL OR (OLD.approved_by, OLD.approved_at) IS NOT DISTINCT FROM (NEW.approved_by, NEW.approved_at))
    AND OLD.withdrawn_at IS NULL
    AND (OLD.id, OLD.number, OLD.what, OLD.key, OLD.values, OLD.from_day, OLD.source, OLD.note, OLD.drafted_by, OLD.drafted_at)
      IS NOT DISTINCT FROM (NEW.id, NEW.number, NEW.what, NEW.key, NEW.values, NEW.from_day, NEW.source, NEW.note, NEW.drafted_by, NEW.drafted_at)
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'A change of the rules is approved or taken back, never rewritten' USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON rule_change FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
--> statement-breakpoint
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON rule_change EXECUTE FUNCTION refuse_change();
