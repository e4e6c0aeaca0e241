import type { Staff, StaffRole } from './context';

export const permissions = [
  'see_queue',
  'open_person',
  'review_applications',
  'decide_applications',
  'issue_certificates',
  'record_instruments',
  'receive_papers',
  'review_identity',
  'approve_identity',
  'reveal_ssn',
  'manage_staff',
  'see_audit',
  'draft_rules',
  'approve_rules',
] as const;
export type Permission = (typeof permissions)[number];

/** Who may do what, in one place. A role not named here may do nothing. */
export const permissionsOf: Readonly<Record<StaffRole, readonly Permission[]>> = {
  reviewer: [
    'see_queue',
    'open_person',
    'review_applications',
    'decide_applications',
    'issue_certificates',
    'receive_papers',
    'review_identity',
  ],
  cashier: ['see_queue', 'record_instruments', 'receive_papers'],
  supervisor: [
    'see_queue',
    'open_person',
    'review_applications',
    'decide_applications',
    'issue_certificates',
    'review_identity',
    'approve_identity',
    'reveal_ssn',
    'record_instruments',
    'receive_papers',
    'see_audit',
    'draft_rules',
    'approve_rules',
  ],
  administrator: [...permissions],
  auditor: ['see_queue', 'open_person', 'see_audit'],
};

export function allows(staff: Staff, permission: Permission): boolean {
  return staff.roles.some((role) => permissionsOf[role].includes(permission));
}
