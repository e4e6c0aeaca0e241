/** What came of each form of these pages. */
export const identitySentences: Readonly<Record<string, string>> = {
  link: 'Linked. They are told by email.',
  new: 'A new EIN was given. They are told by email.',
  added: 'Added. Compare it below before you link anybody to it.',
  confirm: 'Confirmed: the link is full. They are told by email.',
  ask: 'Asked. They are told by email, with a new date.',
  reject: 'Rejected. They are told by email, with your words.',
  close: 'Closed. Nothing was changed.',
  proposed: 'Proposed. Nothing changes until somebody else approves it.',
  approved: 'Approved and done.',
  withdrawn: 'Withdrawn.',
  undone: 'Undone. If it had closed a case, that is open again, and whoever waits is told.',
  corrected: 'Corrected. Whoever holds the record is told by email.',
};
