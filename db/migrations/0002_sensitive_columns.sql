-- Which columns hold what must not travel: who somebody is, how to reach them, what they wrote, and secrets in any form.
-- Said of every column that exists here; a column that comes later says it in its own migration, or a test fails.

DO $$
DECLARE
  one record;
  sensitive text[] := ARRAY[
    'account.username', 'account.email', 'account.email_key', 'account.first_name', 'account.last_name', 'account.password_hash',
    'sign_up.token_hash', 'sign_up.first_name', 'sign_up.last_name', 'sign_up.email',
    'temporary_password.hash', 'session.token_hash', 'held_form.token_hash', 'held_form.values', 'limit_counter.key',
    'email_change.new_email', 'email_change.new_email_key', 'email_change.old_token_hash', 'email_change.new_token_hash',
    'staff_totp.secret', 'staff_invitation.email', 'staff_invitation.token_hash',
    'message.address',
    'person.first_name', 'person.middle_name', 'person.last_name', 'person.suffix', 'previous_name.last_name',
    'person_contact.email', 'person_contact.email_key', 'person_contact.phone', 'person_contact.address_line1',
    'person_contact.address_line2', 'person_contact.city', 'person_contact.state', 'person_contact.postal_code',
    'person_secret.ssn_ciphertext', 'person_secret.birth_date_ciphertext', 'person_secret.ssn_key', 'match_key.key',
    'ssn_conflict.ssn_key',
    'claim.typed_first_name', 'claim.typed_last_name',
    'registration.first_name', 'registration.last_name', 'registration.email', 'registration.ssn_ciphertext',
    'registration.birth_date_ciphertext',
    'identity_case.details', 'identity_case.resolution',
    'application_answer.answers', 'submission.answers', 'submission.signature', 'decision.reason',
    'payment_attempt.last_four', 'payment_attempt.checkout_url', 'receipt.paid_with',
    'instrument.serial', 'instrument.serial_key', 'instrument.payer_name'
  ];
BEGIN
  FOR one IN
    SELECT c.table_name, c.column_name FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'
  LOOP
    EXECUTE format('COMMENT ON COLUMN %I.%I IS %L', one.table_name, one.column_name,
      CASE WHEN one.table_name || '.' || one.column_name = ANY (sensitive) THEN 'sensitive=true' ELSE 'sensitive=false' END);
    sensitive := array_remove(sensitive, one.table_name || '.' || one.column_name);
  END LOOP;
  IF cardinality(sensitive) > 0 THEN
    RAISE EXCEPTION 'No such columns: %', array_to_string(sensitive, ', ');
  END IF;
END $$;
