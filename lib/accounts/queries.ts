import { and, desc, eq, gt, inArray, isNull, lte } from 'drizzle-orm';
import { account, acknowledgementText, emailChange, staffTotp } from '@/db/schema/accounts';
import { message } from '@/db/schema/mail';
import { read } from '@/db/transact';
import { anyone, type Ctx, type Educator, type Newcomer, type Staff } from '@/lib/shared/context';
import { unseal } from '@/lib/shared/sealed';
import { formatUsername } from './codes';
import { findSignUp } from './store';
import { totpUri } from './totp';

export type DeliveryState = 'queued' | 'accepted' | 'failed';
export type SignUpProgress = {
  readonly email: string;
  readonly username: DeliveryState;
  readonly temporaryPassword: DeliveryState;
};

const usernameKinds = ['account_username', 'account_already_exists'];
const passwordKinds = ['account_temporary_password', 'account_already_exists'];

/** The two messages somebody waits for. A taken address has other messages, and reads just the same. */
export async function signUpProgress(token: string): Promise<SignUpProgress | undefined> {
  return read(anyone, async (tx) => {
    const started = await findSignUp(tx, token);
    if (!started) return undefined;
    const sent = await tx
      .select({ kind: message.kind, state: message.state })
      .from(message)
      .where(eq(message.signUpId, started.id))
      .orderBy(desc(message.createdAt));
    const state = (kinds: string[]): DeliveryState => sent.find((one) => kinds.includes(one.kind))?.state ?? 'queued';
    return { email: started.email, username: state(usernameKinds), temporaryPassword: state(passwordKinds) };
  });
}

export type Acknowledgement = { readonly version: number; readonly heading: string; readonly body: readonly string[] };

export async function currentAcknowledgement(now: Date): Promise<Acknowledgement | undefined> {
  return read(anyone, async (tx) => {
    const [row] = await tx
      .select()
      .from(acknowledgementText)
      .where(lte(acknowledgementText.shownFrom, now))
      .orderBy(desc(acknowledgementText.version))
      .limit(1);
    return row;
  });
}

export type AccountProfile = {
  readonly username: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly emailChange: { readonly newEmail: string; readonly oldConfirmed: boolean; readonly newConfirmed: boolean } | null;
  readonly wantsReminders: boolean;
};

export async function accountProfile(ctx: Ctx<Educator | Staff>): Promise<AccountProfile | undefined> {
  return read(ctx.actor, async (tx) => {
    const { accountId } = ctx.actor;
    const [owner] = await tx.select().from(account).where(eq(account.id, accountId));
    if (!owner) return undefined;
    const [change] = await tx
      .select()
      .from(emailChange)
      .where(and(eq(emailChange.accountId, accountId), isNull(emailChange.endedAt), gt(emailChange.expiresAt, ctx.now)));
    const { email, firstName, lastName } = owner;
    return {
      username: formatUsername(owner.username),
      email,
      firstName,
      lastName,
      wantsReminders: owner.remindersStoppedAt === null,
      emailChange: change
        ? {
            newEmail: change.newEmail,
            oldConfirmed: change.oldConfirmedAt !== null,
            newConfirmed: change.newConfirmedAt !== null,
          }
        : null,
    };
  });
}

/** The secret to scan, shown only until the first code has confirmed it. */
export async function totpEnrolment(actor: Newcomer): Promise<{ readonly uri: string; readonly key: string } | undefined> {
  return read(actor, async (tx) => {
    const [held] = await tx
      .select({ secret: staffTotp.secret, email: account.email })
      .from(staffTotp)
      .innerJoin(account, eq(account.id, staffTotp.accountId))
      .where(and(eq(staffTotp.accountId, actor.accountId), isNull(staffTotp.confirmedAt)));
    if (!held) return undefined;
    const key = unseal(held.secret, { column: 'staff_totp.secret', row: actor.accountId });
    return { uri: totpUri(key, held.email), key: key.reveal() };
  });
}

/** Names for ids that staff pages show: who took, decided, recorded. */
export async function namesOfAccounts(ctx: Ctx<Staff>, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await read(ctx.actor, (tx) =>
    tx
      .select({ id: account.id, firstName: account.firstName, lastName: account.lastName })
      .from(account)
      .where(inArray(account.id, [...ids])),
  );
  return new Map(rows.map((row) => [row.id, `${row.firstName} ${row.lastName}`]));
}
