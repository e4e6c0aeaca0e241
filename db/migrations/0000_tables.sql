CREATE TABLE "account" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"username" text NOT NULL,
	"email" text NOT NULL,
	"email_key" text NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"email_verified_at" timestamp with time zone,
	"password_hash" text,
	"password_set_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "account_kind" CHECK ("account"."kind" in ('educator', 'staff'))
);
--> statement-breakpoint
CREATE TABLE "acknowledgement" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"acknowledged_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "acknowledgement_text" (
	"version" integer PRIMARY KEY NOT NULL,
	"heading" text NOT NULL,
	"body" jsonb NOT NULL,
	"shown_from" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "email_change" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"new_email" text NOT NULL,
	"new_email_key" text NOT NULL,
	"old_token_hash" "bytea",
	"new_token_hash" "bytea",
	"requested_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"old_confirmed_at" timestamp with time zone,
	"new_confirmed_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "held_form" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"account_id" uuid,
	"path" text NOT NULL,
	"values" jsonb NOT NULL,
	"held_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "limit_counter" (
	"key" "bytea" PRIMARY KEY NOT NULL,
	"window_ends_at" timestamp with time zone NOT NULL,
	"count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"account_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_because" text,
	"acknowledged_at" timestamp with time zone,
	"step_up_at" timestamp with time zone,
	CONSTRAINT "session_stage" CHECK ("session"."stage" in ('set_password', 'totp', 'full'))
);
--> statement-breakpoint
CREATE TABLE "sign_up" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"account_id" uuid,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"email" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff_invitation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"invited_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "staff_role" (
	"account_id" uuid NOT NULL,
	"role" text NOT NULL,
	"granted_at" timestamp with time zone NOT NULL,
	CONSTRAINT "staff_role_account_id_role_pk" PRIMARY KEY("account_id","role")
);
--> statement-breakpoint
CREATE TABLE "staff_totp" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"secret" "bytea" NOT NULL,
	"confirmed_at" timestamp with time zone,
	"last_step" bigint
);
--> statement-breakpoint
CREATE TABLE "temporary_password" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"minted_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "application" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid,
	"kind" text NOT NULL,
	"certificate_id" uuid,
	"to_type_key" text,
	"endorsement_codes" text[] DEFAULT '{}' NOT NULL,
	"status" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"queued_on" date,
	"closed_at" timestamp with time zone,
	"rule_version" text
);
--> statement-breakpoint
CREATE TABLE "application_answer" (
	"application_id" uuid NOT NULL,
	"step" text NOT NULL,
	"answers" jsonb NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "application_answer_application_id_step_pk" PRIMARY KEY("application_id","step")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"outcome" text NOT NULL,
	"reason" text,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	CONSTRAINT "decision_outcome" CHECK ("decision"."outcome" in ('approved', 'denied'))
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"application_id" uuid PRIMARY KEY NOT NULL,
	"answers" jsonb NOT NULL,
	"affirmation_version" integer NOT NULL,
	"signature" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_event" (
	"seq" bigint PRIMARY KEY DEFAULT 0 NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"session_id" uuid,
	"type" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"reason" text,
	"details" jsonb NOT NULL,
	"request_id" text NOT NULL,
	"prev" "bytea" DEFAULT ''::bytea NOT NULL,
	"hash" "bytea" DEFAULT ''::bytea NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_access" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"staff_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"purpose" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "certificate" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" text NOT NULL,
	"person_id" uuid NOT NULL,
	"type_key" text NOT NULL,
	"issued_on" date NOT NULL,
	"effective_on" date NOT NULL,
	"expires_on" date,
	"printed_expires_on" date,
	"source" text NOT NULL,
	"application_id" uuid,
	"follows_id" uuid,
	"import_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "certificate_dates" CHECK ("certificate"."expires_on" is null or "certificate"."expires_on" >= "certificate"."effective_on")
);
--> statement-breakpoint
CREATE TABLE "certificate_endorsement" (
	"certificate_id" uuid NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "certificate_endorsement_certificate_id_code_pk" PRIMARY KEY("certificate_id","code")
);
--> statement-breakpoint
CREATE TABLE "claim" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"strength" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"typed_first_name" text NOT NULL,
	"typed_last_name" text NOT NULL,
	"linked_at" timestamp with time zone NOT NULL,
	"full_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_because" text,
	CONSTRAINT "claim_strength" CHECK ("claim"."strength" in ('full', 'provisional'))
);
--> statement-breakpoint
CREATE TABLE "identity_case" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid,
	"registration_id" uuid,
	"details" jsonb NOT NULL,
	"candidate_ids" uuid[] NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"promised_by" date NOT NULL,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"resolution" text
);
--> statement-breakpoint
CREATE TABLE "match_key" (
	"kind" text NOT NULL,
	"key" "bytea" NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "match_key_kind_key_person_id_pk" PRIMARY KEY("kind","key","person_id")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"ein" text NOT NULL,
	"first_name" text NOT NULL,
	"middle_name" text,
	"last_name" text NOT NULL,
	"suffix" text,
	"source" text NOT NULL,
	"import_id" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_source" CHECK ("person"."source" in ('imported', 'registered'))
);
--> statement-breakpoint
CREATE TABLE "person_contact" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"email" text,
	"email_key" text,
	"phone" text,
	"address_line1" text,
	"address_line2" text,
	"city" text,
	"state" text,
	"postal_code" text,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_secret" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"ssn_ciphertext" "bytea",
	"birth_date_ciphertext" "bytea" NOT NULL,
	"ssn_key" "bytea"
);
--> statement-breakpoint
CREATE TABLE "previous_name" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"last_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "registration" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"first_name" text NOT NULL,
	"last_name" text NOT NULL,
	"email" text NOT NULL,
	"ssn_ciphertext" "bytea" NOT NULL,
	"birth_date_ciphertext" "bytea" NOT NULL,
	"outcome" text NOT NULL,
	"reasons" jsonb NOT NULL,
	"registered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "registration_outcome" CHECK ("registration"."outcome" in ('link', 'review', 'new'))
);
--> statement-breakpoint
CREATE TABLE "registry_import" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"file_name" text NOT NULL,
	"started_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "ssn_conflict" (
	"ssn_key" "bytea" NOT NULL,
	"person_id" uuid NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ssn_conflict_ssn_key_person_id_pk" PRIMARY KEY("ssn_key","person_id")
);
--> statement-breakpoint
CREATE TABLE "job" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"dedupe_key" text NOT NULL,
	"available_at" timestamp with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"done_at" timestamp with time zone,
	"dead_at" timestamp with time zone,
	"last_failure" text
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"account_id" uuid,
	"sign_up_id" uuid,
	"address" text,
	"payload" jsonb NOT NULL,
	"dedupe_key" text NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"failed_at" timestamp with time zone,
	"failure" text,
	CONSTRAINT "message_state" CHECK ("message"."state" in ('queued', 'accepted', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "allocation" (
	"instrument_id" uuid NOT NULL,
	"obligation_id" uuid NOT NULL,
	"cents" integer NOT NULL,
	CONSTRAINT "allocation_instrument_id_obligation_id_pk" PRIMARY KEY("instrument_id","obligation_id"),
	CONSTRAINT "allocation_cents" CHECK ("allocation"."cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "attempt_obligation" (
	"attempt_id" uuid NOT NULL,
	"obligation_id" uuid NOT NULL,
	"cents" integer NOT NULL,
	CONSTRAINT "attempt_obligation_attempt_id_obligation_id_pk" PRIMARY KEY("attempt_id","obligation_id"),
	CONSTRAINT "attempt_obligation_cents" CHECK ("attempt_obligation"."cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "gateway_event" (
	"event_id" text PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"object_id" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instrument" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"serial" text,
	"serial_key" text,
	"issuer" text,
	"issuer_key" text,
	"drawn_on" date,
	"cents" integer NOT NULL,
	"payer_name" text,
	"received_on" date NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid NOT NULL,
	"slip_id" uuid,
	"application_id" uuid,
	"outcome" text NOT NULL,
	"return_reason" text,
	CONSTRAINT "instrument_cents" CHECK ("instrument"."cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_entry" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "ledger_entry_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"transaction_id" uuid NOT NULL,
	"account" text NOT NULL,
	"cents" integer NOT NULL,
	"obligation_id" uuid,
	"application_id" uuid,
	CONSTRAINT "ledger_entry_cents" CHECK ("ledger_entry"."cents" <> 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_transaction" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" text NOT NULL,
	"source_key" text NOT NULL,
	"posted_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "obligation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"application_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"code" text NOT NULL,
	"fee_code" text NOT NULL,
	"cents" integer NOT NULL,
	"due_when" text NOT NULL,
	"refundable" boolean NOT NULL,
	"due_from" timestamp with time zone,
	"frozen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "obligation_cents" CHECK ("obligation"."cents" > 0),
	CONSTRAINT "obligation_due" CHECK ("obligation"."due_when" in ('at_submission', 'before_issue'))
);
--> statement-breakpoint
CREATE TABLE "payment_attempt" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"state" text NOT NULL,
	"cents" integer NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"checkout_session_id" text,
	"checkout_url" text,
	"payment_intent_id" text,
	"brand" text,
	"funding" text,
	"last_four" text,
	"refusal" text,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "payment_attempt_cents" CHECK ("payment_attempt"."cents" > 0)
);
--> statement-breakpoint
CREATE TABLE "receipt" (
	"number" integer PRIMARY KEY NOT NULL,
	"account_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"transaction_id" uuid NOT NULL,
	"cents" integer NOT NULL,
	"method" text NOT NULL,
	"paid_with" jsonb NOT NULL,
	"issued_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "receipt_counter" (
	"id" integer PRIMARY KEY NOT NULL,
	"last_number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "remittance_slip" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"account_id" uuid NOT NULL,
	"application_id" uuid NOT NULL,
	"covers" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "application_kind" (
	"key" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"action" text NOT NULL,
	"form_number" text,
	"started_by" text NOT NULL,
	"taken_online" boolean NOT NULL,
	"renews" boolean NOT NULL,
	"when_ended" text,
	"instead" text,
	"from_day" date NOT NULL,
	"to_day" date,
	"from_unknown" boolean NOT NULL,
	"source" text NOT NULL,
	"assumed" boolean NOT NULL,
	"note" text,
	CONSTRAINT "application_kind_key" CHECK ("application_kind"."key" ~ '^[a-z][a-z0-9_]*$'),
	CONSTRAINT "application_kind_started_by" CHECK ("application_kind"."started_by" in ('educator', 'educator_with_others', 'district')),
	CONSTRAINT "application_kind_period" CHECK ("application_kind"."to_day" is null or "application_kind"."to_day" >= "application_kind"."from_day")
);
--> statement-breakpoint
CREATE TABLE "certificate_type" (
	"key" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"when_ending" text,
	"from_day" date NOT NULL,
	"to_day" date,
	"from_unknown" boolean NOT NULL,
	"source" text NOT NULL,
	"assumed" boolean NOT NULL,
	"note" text,
	CONSTRAINT "certificate_type_key" CHECK ("certificate_type"."key" ~ '^[A-Z][A-Z0-9_]*$'),
	CONSTRAINT "certificate_type_level" CHECK ("certificate_type"."level" in ('interim', 'initial', 'provisional', 'professional', 'temporary', 'permit', 'authorization', 'adult', 'historic')),
	CONSTRAINT "certificate_type_period" CHECK ("certificate_type"."to_day" is null or "certificate_type"."to_day" >= "certificate_type"."from_day")
);
--> statement-breakpoint
CREATE TABLE "certificate_validity" (
	"type_key" text NOT NULL,
	"length" integer NOT NULL,
	"unit" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"from_unknown" boolean NOT NULL,
	"source" text NOT NULL,
	"assumed" boolean NOT NULL,
	"note" text,
	CONSTRAINT "certificate_validity_type_key_from_day_pk" PRIMARY KEY("type_key","from_day"),
	CONSTRAINT "certificate_validity_length" CHECK ("certificate_validity"."length" > 0),
	CONSTRAINT "certificate_validity_unit" CHECK ("certificate_validity"."unit" in ('years', 'months', 'school_days', 'school_years')),
	CONSTRAINT "certificate_validity_period" CHECK ("certificate_validity"."to_day" is null or "certificate_validity"."to_day" >= "certificate_validity"."from_day")
);
--> statement-breakpoint
CREATE TABLE "endorsement" (
	"code" text PRIMARY KEY NOT NULL,
	"title" text,
	"family" text NOT NULL,
	"status" text NOT NULL,
	"source" text NOT NULL,
	"assumed" boolean NOT NULL,
	"note" text,
	CONSTRAINT "endorsement_code" CHECK ("endorsement"."code" ~ '^[0-9]{3}$'),
	CONSTRAINT "endorsement_family" CHECK ("endorsement"."family" in ('teaching', 'bilingual', 'special_services', 'vocational', 'administrative', 'adult_education', 'emergency')),
	CONSTRAINT "endorsement_status" CHECK ("endorsement"."status" in ('current', 'historic'))
);
--> statement-breakpoint
CREATE TABLE "endorsement_grades" (
	"code" text NOT NULL,
	"grades" text NOT NULL,
	"setting" text,
	"from_day" date NOT NULL,
	"to_day" date,
	"from_unknown" boolean NOT NULL,
	"source" text NOT NULL,
	"assumed" boolean NOT NULL,
	"note" text,
	CONSTRAINT "endorsement_grades_code_from_day_pk" PRIMARY KEY("code","from_day"),
	CONSTRAINT "endorsement_grades_period" CHECK ("endorsement_grades"."to_day" is null or "endorsement_grades"."to_day" >= "endorsement_grades"."from_day")
);
--> statement-breakpoint
CREATE TABLE "fee" (
	"code" text NOT NULL,
	"description" text NOT NULL,
	"total_cents" integer,
	"review_cents" integer,
	"refundable" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"from_unknown" boolean NOT NULL,
	"source" text NOT NULL,
	"assumed" boolean NOT NULL,
	"note" text,
	CONSTRAINT "fee_code_from_day_pk" PRIMARY KEY("code","from_day"),
	CONSTRAINT "fee_code" CHECK ("fee"."code" ~ '^[A-Z][A-Z0-9_]*$'),
	CONSTRAINT "fee_cents" CHECK (("fee"."total_cents" is null) = ("fee"."review_cents" is null) and "fee"."review_cents" between 0 and "fee"."total_cents"),
	CONSTRAINT "fee_refundable" CHECK ("fee"."refundable" in ('no', 'if_not_granted', 'not_stated')),
	CONSTRAINT "fee_period" CHECK ("fee"."to_day" is null or "fee"."to_day" >= "fee"."from_day")
);
--> statement-breakpoint
CREATE TABLE "kind_fee" (
	"key" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"fee_code" text NOT NULL,
	"per" text NOT NULL,
	"family" text,
	"review_due" text NOT NULL,
	"balance_due" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"from_unknown" boolean NOT NULL,
	"source" text NOT NULL,
	"assumed" boolean NOT NULL,
	"note" text,
	CONSTRAINT "kind_fee_per" CHECK ("kind_fee"."per" in ('application', 'further_endorsement')),
	CONSTRAINT "kind_fee_family" CHECK ("kind_fee"."family" in ('teaching', 'special_services', 'vocational', 'administrative', 'adult_education')),
	CONSTRAINT "kind_fee_review_due" CHECK ("kind_fee"."review_due" in ('at_submission', 'before_issue')),
	CONSTRAINT "kind_fee_balance_due" CHECK ("kind_fee"."balance_due" in ('at_submission', 'before_issue')),
	CONSTRAINT "kind_fee_period" CHECK ("kind_fee"."to_day" is null or "kind_fee"."to_day" >= "kind_fee"."from_day")
);
--> statement-breakpoint
CREATE TABLE "rule_condition" (
	"key" text PRIMARY KEY NOT NULL,
	"sentence" text NOT NULL,
	"evidence" text,
	"source" text NOT NULL,
	"assumed" boolean NOT NULL,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "rule_set_version" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"version" text NOT NULL,
	"loaded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "rule_set_version_single" CHECK ("rule_set_version"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "rule_setting" (
	"key" text NOT NULL,
	"value" integer NOT NULL,
	"unit" text NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"from_unknown" boolean NOT NULL,
	"source" text NOT NULL,
	"assumed" boolean NOT NULL,
	"note" text,
	CONSTRAINT "rule_setting_key_from_day_pk" PRIMARY KEY("key","from_day"),
	CONSTRAINT "rule_setting_value" CHECK ("rule_setting"."value" >= 0),
	CONSTRAINT "rule_setting_unit" CHECK ("rule_setting"."unit" in ('months', 'weeks', 'days', 'business_days', 'percent')),
	CONSTRAINT "rule_setting_period" CHECK ("rule_setting"."to_day" is null or "rule_setting"."to_day" >= "rule_setting"."from_day")
);
--> statement-breakpoint
CREATE TABLE "rule_source" (
	"key" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"address" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "transition" (
	"key" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"from_type" text,
	"to_type" text,
	"window_setting" text,
	"after_end" text NOT NULL,
	"conditions" text[] NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"from_unknown" boolean NOT NULL,
	"source" text NOT NULL,
	"assumed" boolean NOT NULL,
	"note" text,
	CONSTRAINT "transition_after_end" CHECK ("transition"."after_end" in ('as_before', 'person_decides')),
	CONSTRAINT "transition_period" CHECK ("transition"."to_day" is null or "transition"."to_day" >= "transition"."from_day")
);
--> statement-breakpoint
CREATE TABLE "validity_extension" (
	"type_key" text NOT NULL,
	"years_from_issue" integer NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	"from_unknown" boolean NOT NULL,
	"source" text NOT NULL,
	"assumed" boolean NOT NULL,
	"note" text,
	CONSTRAINT "validity_extension_type_key_from_day_pk" PRIMARY KEY("type_key","from_day"),
	CONSTRAINT "validity_extension_years" CHECK ("validity_extension"."years_from_issue" > 0),
	CONSTRAINT "validity_extension_period" CHECK ("validity_extension"."to_day" is null or "validity_extension"."to_day" >= "validity_extension"."from_day")
);
--> statement-breakpoint
ALTER TABLE "acknowledgement" ADD CONSTRAINT "acknowledgement_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acknowledgement" ADD CONSTRAINT "acknowledgement_session_id_session_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."session"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "acknowledgement" ADD CONSTRAINT "acknowledgement_version_acknowledgement_text_version_fk" FOREIGN KEY ("version") REFERENCES "public"."acknowledgement_text"("version") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "email_change" ADD CONSTRAINT "email_change_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "held_form" ADD CONSTRAINT "held_form_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sign_up" ADD CONSTRAINT "sign_up_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_invitation" ADD CONSTRAINT "staff_invitation_invited_by_account_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_role" ADD CONSTRAINT "staff_role_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff_totp" ADD CONSTRAINT "staff_totp_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "temporary_password" ADD CONSTRAINT "temporary_password_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application" ADD CONSTRAINT "application_certificate_id_certificate_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_answer" ADD CONSTRAINT "application_answer_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_decided_by_account_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate" ADD CONSTRAINT "certificate_type_key_certificate_type_key_fk" FOREIGN KEY ("type_key") REFERENCES "public"."certificate_type"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_endorsement" ADD CONSTRAINT "certificate_endorsement_certificate_id_certificate_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificate"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_endorsement" ADD CONSTRAINT "certificate_endorsement_code_endorsement_code_fk" FOREIGN KEY ("code") REFERENCES "public"."endorsement"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim" ADD CONSTRAINT "claim_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_case" ADD CONSTRAINT "identity_case_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_case" ADD CONSTRAINT "identity_case_registration_id_registration_id_fk" FOREIGN KEY ("registration_id") REFERENCES "public"."registration"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_case" ADD CONSTRAINT "identity_case_closed_by_account_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "match_key" ADD CONSTRAINT "match_key_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_contact" ADD CONSTRAINT "person_contact_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_secret" ADD CONSTRAINT "person_secret_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "previous_name" ADD CONSTRAINT "previous_name_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "registration" ADD CONSTRAINT "registration_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ssn_conflict" ADD CONSTRAINT "ssn_conflict_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_sign_up_id_sign_up_id_fk" FOREIGN KEY ("sign_up_id") REFERENCES "public"."sign_up"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_instrument_id_instrument_id_fk" FOREIGN KEY ("instrument_id") REFERENCES "public"."instrument"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "allocation" ADD CONSTRAINT "allocation_obligation_id_obligation_id_fk" FOREIGN KEY ("obligation_id") REFERENCES "public"."obligation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_obligation" ADD CONSTRAINT "attempt_obligation_attempt_id_payment_attempt_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."payment_attempt"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempt_obligation" ADD CONSTRAINT "attempt_obligation_obligation_id_obligation_id_fk" FOREIGN KEY ("obligation_id") REFERENCES "public"."obligation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument" ADD CONSTRAINT "instrument_recorded_by_account_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument" ADD CONSTRAINT "instrument_slip_id_remittance_slip_id_fk" FOREIGN KEY ("slip_id") REFERENCES "public"."remittance_slip"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instrument" ADD CONSTRAINT "instrument_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_transaction_id_ledger_transaction_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."ledger_transaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_obligation_id_obligation_id_fk" FOREIGN KEY ("obligation_id") REFERENCES "public"."obligation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entry" ADD CONSTRAINT "ledger_entry_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "obligation" ADD CONSTRAINT "obligation_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempt" ADD CONSTRAINT "payment_attempt_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receipt" ADD CONSTRAINT "receipt_transaction_id_ledger_transaction_id_fk" FOREIGN KEY ("transaction_id") REFERENCES "public"."ledger_transaction"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remittance_slip" ADD CONSTRAINT "remittance_slip_account_id_account_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."account"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "remittance_slip" ADD CONSTRAINT "remittance_slip_application_id_application_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."application"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_kind" ADD CONSTRAINT "application_kind_instead_application_kind_key_fk" FOREIGN KEY ("instead") REFERENCES "public"."application_kind"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_validity" ADD CONSTRAINT "certificate_validity_type_key_certificate_type_key_fk" FOREIGN KEY ("type_key") REFERENCES "public"."certificate_type"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endorsement_grades" ADD CONSTRAINT "endorsement_grades_code_endorsement_code_fk" FOREIGN KEY ("code") REFERENCES "public"."endorsement"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kind_fee" ADD CONSTRAINT "kind_fee_kind_application_kind_key_fk" FOREIGN KEY ("kind") REFERENCES "public"."application_kind"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transition" ADD CONSTRAINT "transition_kind_application_kind_key_fk" FOREIGN KEY ("kind") REFERENCES "public"."application_kind"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transition" ADD CONSTRAINT "transition_from_type_certificate_type_key_fk" FOREIGN KEY ("from_type") REFERENCES "public"."certificate_type"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transition" ADD CONSTRAINT "transition_to_type_certificate_type_key_fk" FOREIGN KEY ("to_type") REFERENCES "public"."certificate_type"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "validity_extension" ADD CONSTRAINT "validity_extension_type_key_certificate_type_key_fk" FOREIGN KEY ("type_key") REFERENCES "public"."certificate_type"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "account_username" ON "account" USING btree ("username");--> statement-breakpoint
CREATE UNIQUE INDEX "account_email" ON "account" USING btree ("email_key") WHERE "account"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "acknowledgement_account" ON "acknowledgement" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "acknowledgement_session" ON "acknowledgement" USING btree ("session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "email_change_open" ON "email_change" USING btree ("account_id") WHERE "email_change"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "held_form_token" ON "held_form" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "held_form_account" ON "held_form" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "limit_counter_window" ON "limit_counter" USING btree ("window_ends_at");--> statement-breakpoint
CREATE UNIQUE INDEX "session_token" ON "session" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "session_account" ON "session" USING btree ("account_id") WHERE "session"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "sign_up_token" ON "sign_up" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sign_up_account" ON "sign_up" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "staff_invitation_token" ON "staff_invitation" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "temporary_password_account" ON "temporary_password" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "temporary_password_hash" ON "temporary_password" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "application_reference" ON "application" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "application_open" ON "application" USING btree ("account_id","kind",coalesce("certificate_id", '00000000-0000-0000-0000-000000000000'::uuid)) WHERE "application"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "application_person" ON "application" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "application_certificate" ON "application" USING btree ("certificate_id");--> statement-breakpoint
CREATE INDEX "application_queue" ON "application" USING btree ("queued_on","reference") WHERE "application"."closed_at" is null and "application"."queued_on" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "decision_application" ON "decision" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "decision_decided_by" ON "decision" USING btree ("decided_by");--> statement-breakpoint
CREATE INDEX "audit_event_subject" ON "audit_event" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "audit_event_actor" ON "audit_event" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "person_access_person" ON "person_access" USING btree ("person_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_number" ON "certificate" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_application" ON "certificate" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "certificate_person" ON "certificate" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_follows" ON "certificate" USING btree ("follows_id");--> statement-breakpoint
CREATE INDEX "certificate_endorsement_code" ON "certificate_endorsement" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_live_person" ON "claim" USING btree ("person_id") WHERE "claim"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "claim_live_account" ON "claim" USING btree ("account_id") WHERE "claim"."ended_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "identity_case_reference" ON "identity_case" USING btree ("reference");--> statement-breakpoint
CREATE INDEX "identity_case_account" ON "identity_case" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "identity_case_open" ON "identity_case" USING btree ("opened_at") WHERE "identity_case"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "match_key_person" ON "match_key" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_ein" ON "person" USING btree ("ein");--> statement-breakpoint
CREATE INDEX "person_name" ON "person" USING btree (lower("last_name"),lower("first_name"));--> statement-breakpoint
CREATE UNIQUE INDEX "person_secret_ssn" ON "person_secret" USING btree ("ssn_key");--> statement-breakpoint
CREATE INDEX "previous_name_person" ON "previous_name" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "registration_account" ON "registration" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "ssn_conflict_person" ON "ssn_conflict" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "job_dedupe" ON "job" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "job_waiting" ON "job" USING btree ("available_at") WHERE "job"."done_at" is null and "job"."dead_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "message_dedupe" ON "message" USING btree ("dedupe_key");--> statement-breakpoint
CREATE INDEX "message_account" ON "message" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "message_sign_up" ON "message" USING btree ("sign_up_id");--> statement-breakpoint
CREATE INDEX "allocation_obligation" ON "allocation" USING btree ("obligation_id");--> statement-breakpoint
CREATE INDEX "attempt_obligation_obligation" ON "attempt_obligation" USING btree ("obligation_id");--> statement-breakpoint
CREATE INDEX "gateway_event_object" ON "gateway_event" USING btree ("object_id");--> statement-breakpoint
CREATE UNIQUE INDEX "instrument_serial" ON "instrument" USING btree ("issuer_key","serial_key") WHERE "instrument"."outcome" = 'accepted';--> statement-breakpoint
CREATE INDEX "instrument_application" ON "instrument" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "instrument_slip" ON "instrument" USING btree ("slip_id");--> statement-breakpoint
CREATE INDEX "ledger_entry_transaction" ON "ledger_entry" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "ledger_entry_obligation" ON "ledger_entry" USING btree ("obligation_id") WHERE "ledger_entry"."obligation_id" is not null;--> statement-breakpoint
CREATE INDEX "ledger_entry_application" ON "ledger_entry" USING btree ("application_id","account");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_transaction_source" ON "ledger_transaction" USING btree ("source_key");--> statement-breakpoint
CREATE UNIQUE INDEX "obligation_once" ON "obligation" USING btree ("application_id","code");--> statement-breakpoint
CREATE INDEX "obligation_account" ON "obligation" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempt_session" ON "payment_attempt" USING btree ("checkout_session_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempt_intent" ON "payment_attempt" USING btree ("payment_intent_id");--> statement-breakpoint
CREATE INDEX "payment_attempt_application" ON "payment_attempt" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "payment_attempt_account" ON "payment_attempt" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "payment_attempt_unsettled" ON "payment_attempt" USING btree ("updated_at") WHERE "payment_attempt"."state" not in ('captured', 'cancelled', 'expired');--> statement-breakpoint
CREATE UNIQUE INDEX "receipt_transaction" ON "receipt" USING btree ("transaction_id");--> statement-breakpoint
CREATE INDEX "receipt_application" ON "receipt" USING btree ("application_id");--> statement-breakpoint
CREATE INDEX "receipt_account" ON "receipt" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "remittance_slip_reference" ON "remittance_slip" USING btree ("reference");--> statement-breakpoint
CREATE UNIQUE INDEX "remittance_slip_live" ON "remittance_slip" USING btree ("application_id") WHERE "remittance_slip"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "remittance_slip_account" ON "remittance_slip" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "application_kind_instead" ON "application_kind" USING btree ("instead");--> statement-breakpoint
CREATE INDEX "kind_fee_kind" ON "kind_fee" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "transition_kind" ON "transition" USING btree ("kind");--> statement-breakpoint
CREATE INDEX "transition_from_type" ON "transition" USING btree ("from_type");--> statement-breakpoint
CREATE INDEX "transition_to_type" ON "transition" USING btree ("to_type");