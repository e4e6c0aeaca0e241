import type { ApplicationRecord } from '@/lib/applications/model';
import type { Actor } from '@/lib/shared/context';
import { allows } from '@/lib/shared/permissions';

/** The owner pays. Mail is recorded by staff who may. */
export function canPay(actor: Actor, application: Pick<ApplicationRecord, 'accountId'>): boolean {
  return actor.kind === 'educator' && actor.accountId === application.accountId;
}

/** The worker opens the page of an attempt whose first try was cut off. */
export function canOpenPage(actor: Actor, application: Pick<ApplicationRecord, 'accountId'>): boolean {
  return actor.kind === 'worker' || canPay(actor, application);
}

export function canRecordInstruments(actor: Actor): boolean {
  return actor.kind === 'staff' && allows(actor, 'record_instruments');
}
