import { and, eq, isNull } from 'drizzle-orm';
import { account } from '@/db/schema/accounts';
import { decision } from '@/db/schema/applications';
import { certificate } from '@/db/schema/certificates';
import { claim, person } from '@/db/schema/identity';
import { read, type Tx } from '@/db/transact';
import { tracesOf } from '@/lib/applications/steps';
import type { CertificateFacts } from '@/lib/certificates/model';
import { certificatesOfPerson } from '@/lib/certificates/steps';
import { inSuccession } from '@/lib/certificates/validity';
import { findFilesOfItems, type FileOfItem } from '@/lib/documents/paper-queries';
import { findApplicationView, type ApplicationView } from '@/lib/payments/application-queries';
import type { Ctx, Staff } from '@/lib/shared/context';
import { canOpenPerson } from './policy';

/** Whoever filed an application, as the desk sees them. */
export type Filer = {
  readonly accountName: string;
  readonly email: string;
  /** The person of record; none while an identity case is open. */
  readonly record: { readonly ein: string; readonly name: string } | null;
  /** How the account is linked to that person today. */
  readonly link: { readonly strength: 'full' | 'provisional'; readonly typedName: string } | null;
};

export type Desk = {
  readonly view: ApplicationView;
  readonly filer: Filer;
  readonly certificates: readonly CertificateFacts[];
  /** Sent for the items, for those who review them. */
  readonly files: readonly FileOfItem[];
  /** The certificate this application led to. */
  readonly issuedNumber: string | null;
  readonly decidedBy: string | null;
  readonly traces: Awaited<ReturnType<typeof tracesOf>>;
};

/** All of one application for the desk. Call `openApplication` first: it writes the access down. */
export async function findDesk(ctx: Ctx<Staff>, reference: string): Promise<Desk | undefined> {
  if (!canOpenPerson(ctx.actor)) return undefined;
  const view = await findApplicationView(ctx, reference);
  if (!view) return undefined;
  const { id, accountId, personId } = view.application;
  const files = await findFilesOfItems(ctx, id);
  return read(ctx.actor, async (tx) => ({
    view,
    files,
    filer: await filerOf(tx, accountId, personId),
    certificates: personId ? inSuccession(await certificatesOfPerson(tx, personId)) : [],
    issuedNumber: await issuedOn(tx, id),
    decidedBy: await deciderOf(tx, id),
    traces: await tracesOf(tx, id),
  }));
}

async function filerOf(tx: Tx, accountId: string, personId: string | null): Promise<Filer> {
  const [row] = await tx
    .select({ firstName: account.firstName, lastName: account.lastName, email: account.email, claim })
    .from(account)
    .leftJoin(claim, and(eq(claim.accountId, account.id), isNull(claim.endedAt)))
    .where(eq(account.id, accountId));
  if (!row) throw new Error('An application has no account');
  const isSame = row.claim !== null && row.claim.personId === personId;
  return {
    accountName: `${row.firstName} ${row.lastName}`,
    email: row.email,
    record: personId ? await recordOf(tx, personId) : null,
    link: isSame && row.claim ? { strength: row.claim.strength, typedName: typedName(row.claim) } : null,
  };
}

function typedName({ typedFirstName, typedLastName }: typeof claim.$inferSelect): string {
  return `${typedFirstName} ${typedLastName}`;
}

async function recordOf(tx: Tx, personId: string): Promise<Filer['record']> {
  const [row] = await tx.select().from(person).where(eq(person.id, personId));
  if (!row) return null;
  return { ein: row.ein, name: [row.firstName, row.middleName, row.lastName, row.suffix].filter(Boolean).join(' ') };
}

async function issuedOn(tx: Tx, applicationId: string): Promise<string | null> {
  const [row] = await tx
    .select({ number: certificate.number })
    .from(certificate)
    .where(eq(certificate.applicationId, applicationId));
  return row?.number ?? null;
}

async function deciderOf(tx: Tx, applicationId: string): Promise<string | null> {
  const [row] = await tx
    .select({ firstName: account.firstName, lastName: account.lastName })
    .from(decision)
    .leftJoin(account, eq(account.id, decision.decidedBy))
    .where(eq(decision.applicationId, applicationId));
  if (!row) return null;
  return row.firstName === null ? 'the rules' : `${row.firstName} ${row.lastName}`;
}
