import type { Actor } from '@/lib/shared/context';
import { allows } from '@/lib/shared/permissions';

/** A person's record: application, answers, certificates. */
export function canOpenPerson(actor: Actor): boolean {
  return actor.kind === 'staff' && allows(actor, 'open_person');
}

/** Items of the queue are theirs to work on. */
export function canReview(actor: Actor): boolean {
  return actor.kind === 'staff' && allows(actor, 'review_applications');
}

/** Papers come with the mail: whoever opens it writes them down. */
export function canReceivePapers(actor: Actor): boolean {
  return actor.kind === 'staff' && allows(actor, 'receive_papers');
}

export function canReviewIdentity(actor: Actor): boolean {
  return actor.kind === 'staff' && allows(actor, 'review_identity');
}

/** The second of two people. Never the one who proposed. */
export function canApproveIdentity(actor: Actor): boolean {
  return actor.kind === 'staff' && allows(actor, 'approve_identity');
}

export function canRevealSsn(actor: Actor): boolean {
  return actor.kind === 'staff' && allows(actor, 'reveal_ssn');
}

export function canDraftRules(actor: Actor): boolean {
  return actor.kind === 'staff' && allows(actor, 'draft_rules');
}

/** The second of two people. Never the one who drafted. */
export function canApproveRules(actor: Actor): boolean {
  return actor.kind === 'staff' && allows(actor, 'approve_rules');
}

/** Whoever may carry it out, and may see a whole number. */
export function canRevealProposal(actor: Actor): boolean {
  return canApproveIdentity(actor) && canRevealSsn(actor);
}
