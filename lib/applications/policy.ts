import type { Actor } from '@/lib/shared/context';
import { allows } from '@/lib/shared/permissions';
import type { ApplicationRecord } from './model';

/** Only the owner answers, and only until it is submitted. */
export function canAnswer(actor: Actor, application: ApplicationRecord): boolean {
  return isOwner(actor, application) && application.submittedAt === null && application.closedAt === null;
}

/** The owner sends papers for what they submitted. */
export function canSend(actor: Actor, application: ApplicationRecord): boolean {
  return isOwner(actor, application) && application.submittedAt !== null;
}

export function canSee(actor: Actor, application: ApplicationRecord): boolean {
  return isOwner(actor, application) || (actor.kind === 'staff' && allows(actor, 'see_queue'));
}

export function canDecide(actor: Actor): boolean {
  return actor.kind === 'staff' && allows(actor, 'decide_applications');
}

export function canIssue(actor: Actor): boolean {
  return actor.kind === 'staff' && allows(actor, 'issue_certificates');
}

function isOwner(actor: Actor, application: ApplicationRecord): boolean {
  return actor.kind === 'educator' && actor.accountId === application.accountId;
}
