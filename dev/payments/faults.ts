import { z } from 'zod';

/** A bad day for the next matching calls, in the order they are wished for. */
export const faultWish = z.strictObject({
  do: z.enum(['lose_response', 'lose_request', 'slow', 'answer_500', 'answer_429']),
  method: z.enum(['GET', 'POST']).optional(),
  /** A path; `*` stands for one part of it, as in `/v1/payment_intents/*` + `/capture`. */
  path: z.string().startsWith('/v1/').optional(),
  times: z.int().min(1).max(1000).default(1),
  /** For `slow`: how long the work is held up while the key stays locked. */
  milliseconds: z.int().min(0).max(60_000).default(0),
  /** For `answer_500`: whether the work is done all the same. */
  after_work: z.boolean().default(false),
  /** For `answer_500`: whether the idempotency key keeps the 500, as Stripe's do once execution began. */
  remembered: z.boolean().default(true),
});

export type Fault = z.output<typeof faultWish>;

export type Faults = {
  add(fault: Fault): void;
  list(): readonly Fault[];
  /** Takes back all of them, or those of one path. */
  clear(path?: string): void;
  /** The fault this call is to suffer, used up by one. */
  take(method: string, path: string): Fault | undefined;
};

export function createFaults(): Faults {
  let waiting: readonly Fault[] = [];
  return {
    add: (fault) => void (waiting = [...waiting, fault]),
    list: () => waiting,
    clear: (path) => void (waiting = path === undefined ? [] : waiting.filter((fault) => fault.path !== path)),
    take(method, path) {
      const hit = waiting.find((fault) => (fault.method ?? method) === method && fits(path, fault.path));
      if (!hit) return undefined;
      const left = { ...hit, times: hit.times - 1 };
      waiting = waiting.flatMap((fault) => (fault !== hit ? [fault] : left.times > 0 ? [left] : []));
      return hit;
    },
  };
}

export function fits(path: string, pattern: string | undefined): boolean {
  if (pattern === undefined) return true;
  const wanted = pattern.split('/');
  const parts = path.split('/');
  return wanted.length === parts.length && wanted.every((part, index) => part === '*' || part === parts[index]);
}
