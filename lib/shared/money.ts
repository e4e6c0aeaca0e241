import { Invariant } from './result';

/** Whole US cents. Never a float, never dollars. */
export type Cents = number & { readonly __brand: 'Cents' };

export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new Invariant('An amount of money must be a whole number of cents');
  return amount as Cents;
}

export const noMoney = cents(0);

export function sumCents(amounts: readonly Cents[]): Cents {
  return cents(amounts.reduce((total, amount) => total + amount, 0));
}

/** "$200" for whole dollars, "$1,200.50" otherwise. */
export function formatCents(amount: Cents): string {
  const dollars = Math.abs(amount) / 100;
  const text = dollars.toLocaleString('en-US', {
    minimumFractionDigits: amount % 100 === 0 ? 0 : 2,
    maximumFractionDigits: 2,
  });
  return `${amount < 0 ? '-' : ''}$${text}`;
}
