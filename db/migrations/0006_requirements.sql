CREATE TABLE "application_trace" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"moment" text NOT NULL,
	"rule_version" text NOT NULL,
	"facts" jsonb NOT NULL,
	"answer" text[] NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_trace_moment" CHECK ("application_trace"."moment" in ('submitted', 'decided'))
);
--> statement-breakpoint
CREATE TABLE "background_alert" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sweep_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"outcome" text,
	CONSTRAINT "background_alert_closed" CHECK (num_nulls("background_alert"."closed_at", "background_alert"."closed_by", "background_alert"."outcome") in (0, 3))
);
--> statement-breakpoint
CREATE TABLE "background_sweep" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"source" text NOT NULL,
	"people" integer NOT NULL,
	"ran_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reminder" (
	"certificate_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reminder_certificate_id_stage_pk" PRIMARY KEY("certificate_id","stage"),
	CONSTRAINT "reminder_stage" CHECK ("reminder"."stage" in ('reminder_first', 'reminder_second', 'reminder_third', 'reminder_last'))
);
--> statement-breakpoint
CREATE TABLE "requirement" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"application_id" uuid NOT NULL,
	"paper" text NOT NULL,
	"about" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"asked_by" uuid,
	"due_on" date,
	"received_at" timestamp with time zone,
	"received_on" date,
	"received_how" text,
	"judgement" text,
	"judged_at" timestamp with time zone,
	"judged_by" uuid,
	"refusal_code" text,
	"note" text,
	CONSTRAINT "requirement_received_how" CHECK ("requirement"."received_how" in ('upload', 'mail', 'email', 'signed_here', 'by_rule')),
	CONSTRAINT "requirement_judgement" CHECK ("requirement"."judgement" in ('accepted', 'refused', 'not_needed')),
	CONSTRAINT "requirement_received" CHECK (num_nulls("requirement"."received_at", "requirement"."received_on", "requirement"."received_how") in (0, 3)),
	CONSTRAINT "requirement_judged" CHECK (("requirement"."judgement" is null) = ("requirement"."judged_at" is null)),
	CONSTRAINT "requirement_refusal" CHECK (("requirement"."refusal_code" is null) or "requirement"."judgement" = 'refused')
);
--> statement-breakpoint
CREATE TABLE "endorsement_addition" (
	"key" text PRIMARY KEY NOT NULL,
	"codes" text[] NOT NULL,
	"family" text,
	"conditions" text[] NOT NULL,
	"refusal" text,
	"from_day" date NOT NULL,
	"to_day" date,
	"from_unknown" boolean NOT NULL,
	"source" text NOT NULL,
	"assumed" boolean NOT NULL,
	"note" text,
	CONSTRAINT "endorsement_addition_period" CHECK ("endorsement_addition"."to_day" is null or "endorsement_addition"."to_day" >= "endorsement_addition"."from_day"),
	CONSTRAINT "endorsement_addition_answer" CHECK (("endorsement_addition"."refusal" is null) = (cardinality("endorsement_addition"."conditions") > 0))
);
--> statement-breakpoint
CREATE TABLE "paper" (
	"key" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"owed_by" text NOT NULL,
	"how_to_send" text NOT NULL,
	"form_number" text,
	"from_day" date NOT NULL,
	"to_day" date,
	"from_unknown" boolean NOT NULL,
	"source" text NOT NULL,
	"assumed" boolean NOT NULL,
	"note" text,
	CONSTRAINT "paper_key" CHECK ("paper"."key" ~ '^[a-z][a-z0-9_]*$'),
	CONSTRAINT "paper_owed_by" CHECK ("paper"."owed_by" in ('educator', 'college', 'district', 'bureau')),
	CONSTRAINT "paper_period" CHECK ("paper"."to_day" is null or "paper"."to_day" >= "paper"."from_day")
);
--> statement-breakpoint
CREATE TABLE "required_paper" (
	"key" text PRIMARY KEY NOT NULL,
	"condition" text,
	"kind" text,
	"paper" text NOT NULL,
	"asked_when" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"from_unknown" boolean NOT NULL,
	"source" text NOT NULL,
	"assumed" boolean NOT NULL,
	"note" text,
	CONSTRAINT "required_paper_asked_when" CHECK ("required_paper"."asked_when" in ('always', 'served', 'experience_enough', 'experience_short', 'certified_elsewhere', 'disclosed')),
	CONSTRAINT "required_paper_subject" CHECK ("required_paper"."condition" is null or "required_paper"."kind" is null),
	CONSTRAINT "required_paper_period" CHECK ("required_paper"."to_day" is null or "required_paper"."to_day" >= "required_paper"."from_day")
);
--> statement-breakpoint
ALTER TABLE "document" DROP CONSTRAINT "document_media_type";--> statement-breakpoint
ALTER TABLE "decision" ALTER COLUMN "decided_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "account" ADD COLUMN "reminders_stopped_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "application" ADD COLUMN "reviewed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "requirement_id" uuid;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "scan_verdict" text;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "scanned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "application_trace" ADD CONSTRAINT "application_trace_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "background_alert" ADD CONSTRAINT "background_alert_sweep_id_background_sweep_id_fk" FOREIGN KEY ("sweep_id") REFERENCES "public"."background_sweep"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "background_alert" ADD CONSTRAINT "background_alert_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "background_alert" ADD CONSTRAINT "background_alert_closed_by_account_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reminder" ADD CONSTRAINT "reminder_certificate_id_certificate_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_paper_paper_key_fk" FOREIGN KEY ("paper") REFERENCES "public"."paper"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_asked_by_account_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement" ADD CONSTRAINT "requirement_judged_by_account_id_fk" FOREIGN KEY ("judged_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "required_paper" ADD CONSTRAINT "required_paper_condition_rule_condition_key_fk" FOREIGN KEY ("condition") REFERENCES "public"."rule_condition"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "required_paper" ADD CONSTRAINT "required_paper_kind_application_kind_key_fk" FOREIGN KEY ("kind") REFERENCES "public"."application_kind"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "required_paper" ADD CONSTRAINT "required_paper_paper_paper_key_fk" FOREIGN KEY ("paper") REFERENCES "public"."paper"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_trace_application" ON "application_trace" USING btree ("application_id");--> statement-breakpoint
CREATE UNIQUE INDEX "background_alert_open" ON "background_alert" USING btree ("person_id") WHERE "background_alert"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "background_alert_sweep" ON "background_alert" USING btree ("sweep_id");--> statement-breakpoint
CREATE INDEX "background_alert_closed_by" ON "background_alert" USING btree ("closed_by");--> statement-breakpoint
CREATE UNIQUE INDEX "requirement_reference" ON "requirement" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "requirement_paper" ON "requirement" USING btree ("application_id","paper","about");--> statement-breakpoint
CREATE INDEX "requirement_asked_by" ON "requirement" USING btree ("asked_by");--> statement-breakpoint
CREATE INDEX "requirement_judged_by" ON "requirement" USING btree ("judged_by");--> statement-breakpoint
CREATE INDEX "required_paper_condition" ON "required_paper" USING btree ("condition");--> statement-breakpoint
CREATE INDEX "required_paper_kind" ON "required_paper" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "required_paper_paper" ON "required_paper" USING btree ("paper");--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_requirement_id_requirement_id_fk" FOREIGN KEY ("requirement_id") REFERENCES "public"."requirement"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "document_requirement" ON "document" USING btree ("requirement_id","sha256") WHERE "document"."requirement_id" is not null;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_scan_verdict" CHECK ("document"."scan_verdict" in ('clean', 'infected'));--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_scanned" CHECK (("document"."scan_verdict" is null) = ("document"."scanned_at" is null));--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_media_type" CHECK ("document"."media_type" in ('application/pdf', 'image/jpeg', 'image/png', 'image/heic'));
--> statement-breakpoint
GRANT SELECT ON paper, required_paper TO cecs_public, cecs_staff, cecs_worker, cecs_auditor;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON requirement TO cecs_staff, cecs_worker;
--> statement-breakpoint
GRANT SELECT ON requirement TO cecs_public, cecs_auditor;
--> statement-breakpoint
-- An educator's submission asks for papers, and what they send arrives; what is made of it is never theirs to say.
GRANT INSERT (id, reference, application_id, paper, about, asked_at, due_on) ON requirement TO cecs_public;
--> statement-breakpoint
GRANT UPDATE (received_at, received_on, received_how) ON requirement TO cecs_public;
--> statement-breakpoint
ALTER TABLE requirement ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY desk ON requirement TO cecs_staff, cecs_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY audit ON requirement FOR SELECT TO cecs_auditor USING (true);
--> statement-breakpoint
CREATE POLICY own ON requirement TO cecs_public
  USING (application_id IN (SELECT id FROM application)) WITH CHECK (application_id IN (SELECT id FROM application));
--> statement-breakpoint
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN
    SELECT table_name, column_name FROM information_schema.columns
    WHERE table_schema = 'public' AND table_name IN ('paper', 'required_paper', 'requirement', 'background_sweep', 'background_alert', 'application_trace')
      AND (table_name, column_name) NOT IN (('requirement', 'note'), ('requirement', 'about'), ('background_alert', 'outcome'), ('application_trace', 'facts'))
  LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', one.table_name, one.column_name, 'sensitive=false');
  END LOOP;
END $$;
--> statement-breakpoint
COMMENT ON COLUMN requirement.note IS 'sensitive=true';
--> statement-breakpoint
COMMENT ON COLUMN requirement.about IS 'sensitive=true';
--> statement-breakpoint
COMMENT ON COLUMN background_alert.outcome IS 'sensitive=true';
--> statement-breakpoint
COMMENT ON COLUMN application_trace.facts IS 'sensitive=true';
--> statement-breakpoint
COMMENT ON COLUMN application.reviewed_at IS 'sensitive=false';
--> statement-breakpoint
-- What a sweep found is nobody's but the desk's; of the traces of their applications, educators write their own submission's.
GRANT SELECT, INSERT, UPDATE ON background_sweep, background_alert TO cecs_staff, cecs_worker;
--> statement-breakpoint
GRANT SELECT, INSERT ON application_trace TO cecs_staff, cecs_worker;
--> statement-breakpoint
GRANT SELECT ON background_sweep, background_alert, application_trace TO cecs_auditor;
--> statement-breakpoint
GRANT INSERT ON application_trace TO cecs_public;
--> statement-breakpoint
DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['background_sweep', 'background_alert', 'application_trace'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY desk ON %I TO cecs_staff, cecs_worker USING (true) WITH CHECK (true)', one);
    EXECUTE format('CREATE POLICY audit ON %I FOR SELECT TO cecs_auditor USING (true)', one);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY own ON application_trace FOR INSERT TO cecs_public
  WITH CHECK (moment = 'submitted' AND application_id IN (SELECT id FROM application));
--> statement-breakpoint
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON application_trace FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER append_only_whole BEFORE TRUNCATE ON application_trace EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- How the queue moves, kind by kind, and nothing about anybody in it: how many wait, how old the oldest is that waits for its first
-- review, how many were decided in each of so many weeks from a Monday on, and how many days they had waited. What the rules decide
-- by themselves never waited and is not counted.
CREATE FUNCTION queue_figures(from_week date, weeks integer)
RETURNS TABLE (kind text, waiting integer, working_on text, decided_weeks integer[], median_days double precision, ninetieth_days double precision)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  WITH done AS (
    SELECT a.kind, (d.decided_at AT TIME ZONE 'America/New_York')::date AS decided_on,
      (d.decided_at AT TIME ZONE 'America/New_York')::date - a.queued_on AS days
    FROM decision d JOIN application a ON a.id = d.application_id
    WHERE d.decided_by IS NOT NULL AND a.queued_on IS NOT NULL
      AND d.decided_at >= (from_week::timestamp AT TIME ZONE 'America/New_York')
      AND d.decided_at < ((from_week + 7 * weeks)::timestamp AT TIME ZONE 'America/New_York')
  ), waits AS (
    SELECT a.kind, count(*)::int AS waiting, min(a.queued_on) FILTER (WHERE a.status = 'waiting_first_review')::text AS working_on
    FROM application a WHERE a.closed_at IS NULL AND a.queued_on IS NOT NULL
      AND a.status IN ('waiting_first_review', 'waiting_review', 'missing_credentials') GROUP BY a.kind
  )
  SELECT k.key, coalesce(w.waiting, 0), w.working_on,
    ARRAY(SELECT count(done.kind)::int FROM generate_series(0, weeks - 1) AS week
      LEFT JOIN done ON done.kind = k.key AND (done.decided_on - from_week) / 7 = week GROUP BY week ORDER BY week),
    (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY done.days) FROM done WHERE done.kind = k.key),
    (SELECT percentile_cont(0.9) WITHIN GROUP (ORDER BY done.days) FROM done WHERE done.kind = k.key)
  FROM application_kind k LEFT JOIN waits w ON w.kind = k.key
  WHERE w.waiting IS NOT NULL OR EXISTS (SELECT FROM done WHERE done.kind = k.key)
  ORDER BY k.key
$$;
--> statement-breakpoint
-- How many of its kind were received before an application of the asking account that waits for its first review.
CREATE FUNCTION my_place_in_queue(wanted text) RETURNS TABLE (kind text, ahead integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public
AS $$
  SELECT mine.kind, (
    SELECT count(*)::int FROM application a
    WHERE a.kind = mine.kind AND a.closed_at IS NULL AND a.queued_on IS NOT NULL AND a.status IN ('waiting_first_review', 'waiting_review')
      AND (a.queued_on, a.reference) < (mine.queued_on, mine.reference))
  FROM application mine
  WHERE mine.reference = wanted AND mine.account_id = current_account_id() AND mine.closed_at IS NULL
    AND mine.queued_on IS NOT NULL AND mine.status = 'waiting_first_review'
$$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION queue_figures(date, integer), my_place_in_queue(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION queue_figures(date, integer) TO cecs_public, cecs_staff;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION my_place_in_queue(text) TO cecs_public;
--> statement-breakpoint
CREATE INDEX decision_decided_at ON decision (decided_at);
--> statement-breakpoint
GRANT SELECT, INSERT ON reminder TO cecs_worker;
--> statement-breakpoint
GRANT SELECT ON reminder TO cecs_staff, cecs_auditor;
--> statement-breakpoint
ALTER TABLE reminder ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY desk ON reminder TO cecs_staff, cecs_worker USING (true) WITH CHECK (true);
--> statement-breakpoint
CREATE POLICY audit ON reminder FOR SELECT TO cecs_auditor USING (true);
--> statement-breakpoint
COMMENT ON COLUMN reminder.certificate_id IS 'sensitive=false';
--> statement-breakpoint
COMMENT ON COLUMN reminder.stage IS 'sensitive=false';
--> statement-breakpoint
COMMENT ON COLUMN reminder.sent_at IS 'sensitive=false';
--> statement-breakpoint
COMMENT ON COLUMN account.reminders_stopped_at IS 'sensitive=false';
--> statement-breakpoint
GRANT SELECT ON endorsement_addition TO cecs_public, cecs_staff, cecs_worker, cecs_auditor;
--> statement-breakpoint
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = 'endorsement_addition' LOOP
    EXECUTE format('COMMENT ON COLUMN endorsement_addition.%I IS %L', one.column_name, 'sensitive=false');
  END LOOP;
END $$;
--> statement-breakpoint
COMMENT ON COLUMN document.requirement_id IS 'sensitive=false';
--> statement-breakpoint
COMMENT ON COLUMN document.scan_verdict IS 'sensitive=false';
--> statement-breakpoint
COMMENT ON COLUMN document.scanned_at IS 'sensitive=false';
--> statement-breakpoint
-- For a case or an item of one's own. What a scan finds is not the sender's to say.
ALTER POLICY own ON document WITH CHECK (
  account_id = current_account_id() AND scan_verdict IS NULL AND scanned_at IS NULL
  AND (case_id IS NULL OR case_id IN (SELECT id FROM identity_case))
  AND (requirement_id IS NULL OR requirement_id IN (SELECT id FROM requirement)));
