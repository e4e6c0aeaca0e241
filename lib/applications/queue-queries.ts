import { sql } from 'drizzle-orm';
import { read, type Tx } from '@/db/transact';
import { anyone, type Ctx, type Educator } from '@/lib/shared/context';
import { addDays, dayInConnecticut, type Day } from '@/lib/shared/days';
import { weeksCounted, type QueueFigures } from './queue-rules';

type Row = Omit<QueueFigures, 'weeks'> & { readonly decidedWeeks: readonly number[] };

/** How the queue moves, kind by kind: what a public page shows, and estimates are made of. */
export async function findQueueFigures(now: Date): Promise<QueueFigures[]> {
  return read(anyone, (tx) => figures(tx, dayInConnecticut(now)));
}

export type MyPlace = { readonly ahead: number; readonly figures: QueueFigures };

/** Where an application of one's own stands, while it waits for its first review. */
export async function findMyPlace(ctx: Ctx<Educator>, reference: string): Promise<MyPlace | undefined> {
  return read(ctx.actor, async (tx) => {
    const [place] = await tx.execute<{ kind: string; ahead: number }>(sql`select kind, ahead from my_place_in_queue(${reference})`);
    const found = place && (await figures(tx, dayInConnecticut(ctx.now))).find(({ kind }) => kind === place.kind);
    return place && found && { ahead: place.ahead, figures: found };
  });
}

async function figures(tx: Tx, today: Day): Promise<QueueFigures[]> {
  const first = firstWeek(today);
  const rows = await tx.execute<Row>(sql`
    select kind, waiting, working_on as "workingOn", decided_weeks as "decidedWeeks", median_days as "medianDays", ninetieth_days as "ninetiethDays"
    from queue_figures(${first}::date, ${weeksCounted}::int)`);
  return rows.map(({ decidedWeeks, ...row }) => ({
    ...row,
    weeks: decidedWeeks.map((decided, at) => ({ week: addDays(first, 7 * at), decided })),
  }));
}

/** The Monday with which the whole weeks before this one begin. */
function firstWeek(today: Day): Day {
  const weekday = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(today, -weekday - 7 * weeksCounted);
}
