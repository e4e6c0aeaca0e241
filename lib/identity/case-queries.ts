import { and, asc, eq, isNull, lt, sql, type SQL } from 'drizzle-orm';
import { account } from '@/db/schema/accounts';
import { claim, identityCase, identityDecision, person, registration } from '@/db/schema/identity';
import { read, type Tx } from '@/db/transact';
import type { Ctx, Staff } from '@/lib/shared/context';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import { allows } from '@/lib/shared/permissions';
import { candidatesOf, typedSsnMasked, type CaseCandidate, type Registered } from './candidate-queries';

export type CaseKind = (typeof identityCase.$inferSelect)['kind'];

export type OpenCase = {
  readonly reference: string;
  readonly kind: CaseKind;
  readonly openedOn: Day;
  readonly promisedBy: Day;
  /** They were asked for a document. */
  readonly isAsked: boolean;
  /** Whoever waits, as they call themselves; none where two imported records collided. */
  readonly name: string | null;
};

const mostCases = 100;

export type CaseFilter = {
  readonly kind?: CaseKind | undefined;
  readonly isOverdue?: boolean;
  /** What this member of the staff proposed about it waits for a second person. */
  readonly isProposedByMe?: boolean;
};

/** The open cases, the oldest first. The records they are about are not opened by this. */
export async function findOpenCases(ctx: Ctx<Staff>, filter: CaseFilter = {}): Promise<OpenCase[]> {
  if (!allows(ctx.actor, 'review_identity')) return [];
  const rows = await read(ctx.actor, (tx) =>
    tx
      .select({ found: identityCase, firstName: account.firstName, lastName: account.lastName })
      .from(identityCase)
      .leftJoin(account, eq(account.id, identityCase.accountId))
      .where(and(isNull(identityCase.closedAt), ...wanted(ctx, filter)))
      .orderBy(asc(identityCase.openedAt), asc(identityCase.reference))
      .limit(mostCases),
  );
  return rows.map(({ found, firstName, lastName }) => ({
    reference: found.reference,
    kind: found.kind,
    openedOn: dayInConnecticut(found.openedAt),
    promisedBy: found.promisedBy as Day,
    isAsked: found.askedAt !== null,
    name: fullName(firstName ?? found.details.firstName, lastName ?? found.details.lastName),
  }));
}

function wanted({ actor, now }: Ctx<Staff>, { kind, isOverdue, isProposedByMe }: CaseFilter): SQL[] {
  const conditions: SQL[] = [];
  if (kind) conditions.push(eq(identityCase.kind, kind));
  if (isOverdue) conditions.push(lt(identityCase.promisedBy, dayInConnecticut(now)));
  if (isProposedByMe) {
    conditions.push(sql`exists (select from ${identityDecision} where ${identityDecision.caseId} = ${identityCase.id}
      and ${identityDecision.proposedBy} = ${actor.accountId}
      and ${identityDecision.doneAt} is null and ${identityDecision.withdrawnAt} is null)`);
  }
  return conditions;
}

/** What opening a case has to write down. */
export async function findCaseSubject(
  tx: Tx,
  reference: string,
): Promise<{ readonly id: string; readonly candidateIds: readonly string[] } | undefined> {
  const [row] = await tx
    .select({ id: identityCase.id, candidateIds: identityCase.candidateIds })
    .from(identityCase)
    .where(eq(identityCase.reference, reference));
  return row;
}

/** What somebody typed at Register. The birth date is compared and never shown. */
export type TypedRecord = {
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly maskedSsn: string;
  readonly reasons: readonly string[];
  /** What they said when they were asked whether they ever held a certificate here. */
  readonly said: Readonly<Record<'everHeld' | 'previousFirstName' | 'previousLastName' | 'typedEin' | 'typedCertificate', string | null>>;
};

export type CaseView = OpenCase & {
  readonly isOpen: boolean;
  readonly account: { readonly name: string; readonly email: string } | null;
  /** How that account is linked now. */
  readonly link: { readonly ein: string; readonly strength: 'full' | 'provisional' } | null;
  readonly askedFor: string | null;
  readonly askedAt: Date | null;
  readonly typed: TypedRecord | null;
  readonly candidates: readonly CaseCandidate[];
  /** What was written into the case: for a lost mailbox the names and addresses given. */
  readonly details: Readonly<Record<string, string>>;
};

const ownerColumns = {
  firstName: account.firstName,
  lastName: account.lastName,
  email: account.email,
  emailKey: account.emailKey,
};

/** One case with what a reviewer compares; SSNs by their last four digits. Call `openCase` first: it writes the access down. */
export async function findCase(ctx: Ctx<Staff>, reference: string): Promise<CaseView | undefined> {
  if (!allows(ctx.actor, 'review_identity')) return undefined;
  return read(ctx.actor, async (tx) => {
    const [row] = await tx
      .select({ found: identityCase, registered: registration, owner: ownerColumns })
      .from(identityCase)
      .leftJoin(registration, eq(registration.id, identityCase.registrationId))
      .leftJoin(account, eq(account.id, identityCase.accountId))
      .where(eq(identityCase.reference, reference));
    if (!row) return undefined;
    const { found, registered, owner } = row;
    return {
      reference,
      kind: found.kind,
      openedOn: dayInConnecticut(found.openedAt),
      promisedBy: found.promisedBy as Day,
      isOpen: found.closedAt === null,
      isAsked: found.askedAt !== null,
      askedFor: found.askedFor,
      askedAt: found.askedAt,
      link: await linkOf(tx, found.accountId),
      name: fullName(owner?.firstName ?? found.details.firstName, owner?.lastName ?? found.details.lastName),
      account: owner && { name: `${owner.firstName} ${owner.lastName}`, email: owner.email },
      typed: registered && asTyped(registered),
      candidates: await candidatesOf(tx, found, registered, owner?.emailKey),
      details: found.details,
    };
  });
}

function asTyped(registered: Registered): TypedRecord {
  const { firstName, lastName, email, reasons, everHeld, previousFirstName, previousLastName, typedEin, typedCertificate } = registered;
  const said = { everHeld, previousFirstName, previousLastName, typedEin, typedCertificate };
  return { firstName, lastName, email, reasons, said, maskedSsn: typedSsnMasked(registered) };
}

async function linkOf(tx: Tx, accountId: string | null): Promise<CaseView['link']> {
  if (accountId === null) return null;
  const [row] = await tx
    .select({ ein: person.ein, strength: claim.strength })
    .from(claim)
    .innerJoin(person, eq(person.id, claim.personId))
    .where(and(eq(claim.accountId, accountId), isNull(claim.endedAt)));
  return row ?? null;
}

function fullName(firstName: string | undefined, lastName: string | undefined): string | null {
  return firstName && lastName ? `${firstName} ${lastName}` : null;
}
