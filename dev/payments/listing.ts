import type Stripe from 'stripe';
import { z } from 'zod';
import { missing } from './errors';
import { integer, text } from './params';

const range = z.strictObject({
  gt: integer.optional(),
  gte: integer.optional(),
  lt: integer.optional(),
  lte: integer.optional(),
});

export const pageParameters = {
  limit: integer.refine((limit) => limit >= 1 && limit <= 100, 'Limit must be between 1 and 100').optional(),
  starting_after: text().optional(),
  ending_before: text().optional(),
};

export const createdParameter = z.union([integer, range]).optional();

type Page = {
  readonly limit?: number | undefined;
  readonly starting_after?: string | undefined;
  readonly ending_before?: string | undefined;
};
type Range = z.output<typeof range>;

/** Whether an object was created when the `created` parameter asks for. */
export function wasCreated(object: { readonly created: number }, wanted: number | Range | undefined): boolean {
  if (wanted === undefined) return true;
  if (typeof wanted === 'number') return object.created === wanted;
  const { gt = -Infinity, gte = -Infinity, lt = Infinity, lte = Infinity } = wanted;
  return object.created > gt && object.created >= gte && object.created < lt && object.created <= lte;
}

/** One page of a list, newest first, with Stripe's cursors. `oldestFirst` is everything that fits the filters. */
export function pageOf<T extends { readonly id: string }>(
  oldestFirst: readonly T[],
  page: Page,
  url: string,
): Stripe.ApiList<T> {
  const all = oldestFirst.toReversed();
  const limit = page.limit ?? 10;
  const { starting_after: after, ending_before: before } = page;
  const from = after === undefined ? 0 : positionOf(all, after, 'starting_after') + 1;
  const to = before === undefined ? all.length : positionOf(all, before, 'ending_before');
  const window = all.slice(from, to);
  const data = before === undefined ? window.slice(0, limit) : window.slice(-limit);
  return { object: 'list', data, has_more: window.length > data.length, url };
}

function positionOf(all: readonly { readonly id: string }[], id: string, param: string): number {
  const position = all.findIndex((object) => object.id === id);
  if (position < 0) throw missing('object', id, param);
  return position;
}
