import { and, asc, count, eq, isNull } from 'drizzle-orm';
import { document } from '@/db/schema/documents';
import { claim, confirmation, identityCase, person, personContact } from '@/db/schema/identity';
import { read } from '@/db/transact';
import { letterCode, spacedCode } from '@/lib/accounts/codes';
import type { Ctx, Educator, Staff } from '@/lib/shared/context';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import { allows } from '@/lib/shared/permissions';
import { findConfirmations, findOpenWays } from './confirmation-store';

export type Ways = {
  readonly hasEmail: boolean;
  readonly hasAddress: boolean;
  /** When the last code was asked for, while it can still be used. */
  readonly emailedOn: Day | undefined;
  readonly letter: 'none' | 'asked' | 'mailed';
  readonly openCase: OpenConfirmation | undefined;
};

export type OpenConfirmation = {
  readonly reference: string;
  readonly promisedBy: Day;
  readonly askedFor: string | null;
  readonly documents: number;
};

/** The ways of confirming that it is them that are open to this person; undefined where there is nothing to confirm. */
export async function findWays(ctx: Ctx<Educator>): Promise<Ways | undefined> {
  return read(ctx.actor, async (tx) => {
    const open = await findOpenWays(tx);
    if (!open) return undefined;
    const live = (await findConfirmations(tx, open.claimId)).filter(({ expiresAt }) => expiresAt === null || expiresAt > ctx.now);
    const emailed = live.find(({ way }) => way === 'email');
    const letter = live.find(({ way }) => way === 'letter');
    const [row] = await tx
      .select({ reference: identityCase.reference, promisedBy: identityCase.promisedBy, askedFor: identityCase.askedFor, documents: count(document.id) })
      .from(identityCase)
      .leftJoin(document, eq(document.caseId, identityCase.id))
      .where(and(eq(identityCase.kind, 'confirm_identity'), isNull(identityCase.closedAt)))
      .groupBy(identityCase.id);
    return {
      hasEmail: open.hasEmail,
      hasAddress: open.hasAddress,
      emailedOn: emailed && dayInConnecticut(emailed.requestedAt),
      letter: letter === undefined ? 'none' : letter.sentAt ? 'mailed' : 'asked',
      openCase: row && { ...row, promisedBy: row.promisedBy as Day },
    };
  });
}

export type WaitingLetter = { readonly id: string; readonly personId: string; readonly name: string; readonly requestedOn: Day };

const letterOf = { id: confirmation.id, personId: claim.personId, firstName: person.firstName, lastName: person.lastName };
const isOpen = and(eq(confirmation.way, 'letter'), isNull(confirmation.usedAt), isNull(claim.endedAt), eq(claim.strength, 'provisional'));

/** The letters that are to be printed and mailed, the oldest first. */
export async function findWaitingLetters(ctx: Ctx<Staff>): Promise<WaitingLetter[]> {
  if (!allows(ctx.actor, 'review_identity')) return [];
  const rows = await read(ctx.actor, (tx) =>
    tx
      .select({ ...letterOf, requestedAt: confirmation.requestedAt })
      .from(confirmation)
      .innerJoin(claim, eq(claim.id, confirmation.claimId))
      .innerJoin(person, eq(person.id, claim.personId))
      .where(and(isOpen, isNull(confirmation.sentAt)))
      .orderBy(asc(confirmation.requestedAt))
      .limit(100),
  );
  return rows.map(({ id, personId, firstName, lastName, requestedAt }) => ({
    ...{ id, personId, name: `${firstName} ${lastName}` },
    requestedOn: dayInConnecticut(requestedAt),
  }));
}

export type Letter = { readonly name: string; readonly addressLines: readonly string[]; readonly code: string; readonly isMailed: boolean };

/** A letter to be printed, with its code. Call `openLetter` first: it writes the access down. */
export async function findLetter(ctx: Ctx<Staff>, id: string): Promise<Letter | undefined> {
  if (!allows(ctx.actor, 'review_identity')) return undefined;
  const [row] = await read(ctx.actor, (tx) =>
    tx
      .select({ ...letterOf, sentAt: confirmation.sentAt, contact: personContact })
      .from(confirmation)
      .innerJoin(claim, eq(claim.id, confirmation.claimId))
      .innerJoin(person, eq(person.id, claim.personId))
      .innerJoin(personContact, eq(personContact.personId, person.id))
      .where(and(isOpen, eq(confirmation.id, id))),
  );
  if (!row) return undefined;
  const { addressLine1, addressLine2, city, state, postalCode } = row.contact;
  const addressLines = [addressLine1, addressLine2, `${city ?? ''}, ${state ?? ''} ${postalCode ?? ''}`].filter((line): line is string => Boolean(line));
  return { name: `${row.firstName} ${row.lastName}`, addressLines, code: spacedCode(letterCode(id)), isMailed: row.sentAt !== null };
}
