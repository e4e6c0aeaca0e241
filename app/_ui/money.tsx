import { formatCents, type Cents } from '@/lib/shared/money';

export function Money({ amount }: { readonly amount: Cents }) {
  return <span className="cecs-money">{formatCents(amount)}</span>;
}
