/** Everything that is recorded, by name. docs/events.md says which command emits what; a test compares. */
export type AuditEvent = {
  readonly type: AuditEventType;
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  /** Field names, codes, references and amounts. Never a name, an SSN, a birth date or text a person typed. */
  readonly details?: Record<string, string | number | boolean | null | readonly string[]>;
};

export type SubjectKind = 'account' | 'person' | 'identity_case' | 'application' | 'certificate' | 'payment' | 'instrument' | 'staff';

export const auditEventTypes = [
  'account_created',
  'sign_up_repeated',
  'sign_up_address_corrected',
  'signed_in',
  'signed_out',
  'sessions_ended',
  'password_set',
  'password_changed',
  'email_change_requested',
  'email_changed',
  'recovery_address_added',
  'recovery_address_confirmed',
  'recovery_address_removed',
  'account_recovery_started',
  'account_moved',
  'account_move_undone',
  'acknowledged',
  'profile_changed',
  'registered',
  'registration_answered',
  'person_linked',
  'person_created',
  'identity_case_opened',
  'claimed_record_claimed_again',
  'link_disavowed',
  'confirmation_requested',
  'link_confirmed',
  'letter_mailed',
  'document_received',
  'identity_case_settled',
  'identity_document_asked',
  'identity_change_proposed',
  'identity_proposal_withdrawn',
  'identity_decision_undone',
  'person_corrected',
  'person_relinked',
  'persons_merged',
  'ssn_revealed',
  'application_started',
  'application_submitted',
  'application_withdrawn',
  'application_approved',
  'application_denied',
  'certificate_issued',
  'checkout_opened',
  'card_authorised',
  'card_captured',
  'card_not_accepted',
  'remittance_slip_made',
  'instrument_recorded',
  'instrument_returned_to_sender',
  'staff_invited',
  'staff_joined',
  'person_opened',
  'registry_imported',
  'registry_import_undone',
] as const;
export type AuditEventType = (typeof auditEventTypes)[number];
