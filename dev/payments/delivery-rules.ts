import { z } from 'zod';
import type { Change } from './book';
import { isOfType } from './events';
import type { Delivery } from './records';

/** What is to become of the next events of a type. */
export const deliveryWish = z.strictObject({
  do: z.enum(['never', 'twice', 'later', 'hold']),
  type: z.string().default('*'),
  times: z.int().min(1).max(100_000).default(100_000),
  /** For `later`: real seconds until the first try. */
  seconds: z.number().min(0).max(86_400).default(0),
});

export type DeliveryRule = z.output<typeof deliveryWish>;

export type DeliveryRules = {
  add(rule: DeliveryRule): void;
  list(): readonly DeliveryRule[];
  clear(): void;
  /** Puts what the rules make of a new event's delivery into the change; false when no rule speaks of it. */
  apply(change: Change, eventId: string): boolean;
};

export function createDeliveryRules(): DeliveryRules {
  let rules: readonly DeliveryRule[] = [];
  return {
    add: (rule) => void (rules = [...rules, rule]),
    list: () => rules,
    clear: () => void (rules = []),
    apply(change, eventId) {
      const event = change.find('event', eventId);
      const delivery = change.find('delivery', eventId);
      const rule = event && rules.find((one) => isOfType(event, one.type));
      if (!rule || !delivery) return false;
      rules = rules.flatMap((one) => (one !== rule ? [one] : rule.times > 1 ? [{ ...rule, times: rule.times - 1 }] : []));
      change.put('delivery', eventId, { ...delivery, ...effectOf(rule) });
      return true;
    },
  };
}

function effectOf(rule: DeliveryRule): Partial<Delivery> {
  switch (rule.do) {
    case 'never':
      return { state: 'withheld' };
    case 'hold':
      return { state: 'held' };
    case 'twice':
      return { copies: 2 };
    case 'later':
      return { dueAt: Date.now() + rule.seconds * 1000 };
  }
}
