import { sql } from 'drizzle-orm';
import { read } from '@/db/transact';
import type { ApplicationStatus } from '@/lib/applications/model';
import type { InstrumentKind } from '@/lib/payments/model';
import { canRecordInstruments } from '@/lib/payments/policy';
import { loadRuleSet } from '@/lib/rulebook/queries';
import { isApplicationKind } from '@/lib/rulebook/model';
import { kindRules } from '@/lib/rulebook/rules';
import { normaliseCode } from '@/lib/shared/check-characters';
import type { Ctx, Staff } from '@/lib/shared/context';
import { connecticutTimeZone, dayInConnecticut, type Day } from '@/lib/shared/days';
import { cents, type Cents } from '@/lib/shared/money';

/** Whose envelope it is and what is still to be paid: all that the mailroom needs of an application. */
export type Envelope = {
  /** None where only the application's own reference was found and it has no slip. */
  readonly slipReference: string | null;
  readonly applicationReference: string;
  readonly name: string;
  readonly kindTitle: string;
  readonly status: ApplicationStatus;
  readonly dueCents: Cents;
  readonly laterCents: Cents;
};

type EnvelopeRow = Omit<Envelope, 'kindTitle' | 'dueCents' | 'laterCents'> & { kind: string; due: number; later: number };

/** By the reference on a slip, or by the application's own: some people write that on the money order. */
export async function findEnvelope(ctx: Ctx<Staff>, typed: string): Promise<Envelope | undefined> {
  if (!canRecordInstruments(ctx.actor)) return undefined;
  const reference = normaliseCode(typed);
  return read(ctx.actor, async (tx) => {
    const [row] = await tx.execute<EnvelopeRow>(sql`
      select s.reference as "slipReference", a.reference as "applicationReference", a.kind, a.status,
        o.first_name || ' ' || o.last_name as name,
        coalesce(sum(l.cents) filter (where b.due_from is not null), 0)::int as due,
        coalesce(sum(l.cents) filter (where b.due_from is null), 0)::int as later
      from application a
      join account o on o.id = a.account_id
      left join remittance_slip s on s.application_id = a.id
        and (s.reference = ${reference} or (a.reference = ${reference} and s.ended_at is null))
      left join obligation b on b.application_id = a.id
      left join ledger_entry l on l.obligation_id = b.id and l.account = 'receivable'
      where a.submitted_at is not null
        and (a.reference = ${reference} or a.id = (select application_id from remittance_slip where reference = ${reference}))
      group by a.id, s.id, o.id`);
    if (!row) return undefined;
    const { kind, due, later, ...rest } = row;
    const ruleSet = await loadRuleSet(tx);
    const kindTitle = isApplicationKind(kind) ? kindRules(ruleSet, kind).title : 'Application';
    return { ...rest, kindTitle, dueCents: cents(due), laterCents: cents(later) };
  });
}

export type Recorded = {
  readonly id: string;
  readonly kind: InstrumentKind;
  readonly serial: string | null;
  readonly cents: Cents;
  readonly bookedCents: Cents;
  readonly receivedOn: Day;
  readonly enteredAt: Date;
  readonly outcome: 'accepted' | 'returned';
  readonly applicationReference: string;
  readonly name: string;
  readonly status: ApplicationStatus;
  readonly queuedOn: Day | null;
  /** Of what is due. */
  readonly stillOwedCents: Cents;
};

type RecordedRow = Omit<Recorded, 'cents' | 'bookedCents' | 'stillOwedCents' | 'enteredAt'> & {
  cents: number;
  booked: number;
  owed: number;
  enteredAt: string;
};

/** The last twenty that this person recorded today, the latest first. */
export async function findRecordedToday(ctx: Ctx<Staff>): Promise<Recorded[]> {
  if (!canRecordInstruments(ctx.actor)) return [];
  const today = dayInConnecticut(ctx.now);
  const rows = await read(ctx.actor, (tx) =>
    tx.execute<RecordedRow>(sql`
      select i.id, i.kind, i.serial, i.cents, i.received_on::text as "receivedOn", i.entered_at as "enteredAt", i.outcome,
        a.reference as "applicationReference", a.status, a.queued_on::text as "queuedOn",
        o.first_name || ' ' || o.last_name as name,
        (select coalesce(sum(x.cents), 0) from allocation x where x.instrument_id = i.id)::int as booked,
        (select coalesce(sum(l.cents), 0) from obligation b
          join ledger_entry l on l.obligation_id = b.id and l.account = 'receivable'
          where b.application_id = a.id and b.due_from is not null)::int as owed
      from instrument i
      join application a on a.id = i.application_id
      join account o on o.id = a.account_id
      where i.recorded_by = ${ctx.actor.accountId}
        and (i.entered_at at time zone ${connecticutTimeZone})::date = ${today}
      order by i.entered_at desc limit 20`),
  );
  return rows.map(({ cents: amount, booked, owed, enteredAt, ...rest }) => ({
    ...rest,
    cents: cents(amount),
    bookedCents: cents(booked),
    stillOwedCents: cents(owed),
    enteredAt: new Date(enteredAt),
  }));
}
