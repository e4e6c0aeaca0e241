import { PlainError } from '@/dev/postgres/plain-error';

/** What a run without flags does. */
export const usualParts = ['weights', 'speed', 'login', 'look-up'] as const;
export const parts = [...usualParts, 'probes', 'renewals', 'import'] as const;
export type BenchmarkPart = (typeof parts)[number];

export type Plan = {
  readonly quick: boolean;
  readonly parts: readonly BenchmarkPart[];
  readonly rounds: number;
  readonly turnMillis: number;
  readonly warmUp: { readonly requests: number; readonly millis: number };
  /** Sizes of the register in which people are looked up. */
  readonly educators: readonly number[];
  /** How many are imported. */
  readonly imported: number;
  /** How many free renewals are submitted, one after the other. */
  readonly renewals: number;
};

const withoutWeb: readonly BenchmarkPart[] = ['look-up', 'renewals', 'import'];

/** Parts for which the web is built and started. */
export function needsWeb({ parts: chosen }: Plan): boolean {
  return chosen.some((part) => !withoutWeb.includes(part));
}

const usage = `npm run bench -- [--quick] [--million] [--only=${parts.join(',')}]`;
// Short turns and many: what disturbs the machine for some seconds disturbs everybody.
const full = { rounds: 20, turnMillis: 1_200, warmUp: { requests: 3_000, millis: 60_000 }, educators: [1_000, 250_000], imported: 100_000, renewals: 1_000 };
const quick = { rounds: 4, turnMillis: 1_000, warmUp: { requests: 500, millis: 10_000 }, educators: [1_000, 20_000], imported: 10_000, renewals: 100 };
const million = { educators: [1_000, 250_000, 1_000_000], imported: 1_000_000 };

export function planOf(args: readonly string[]): Plan {
  let chosen: readonly BenchmarkPart[] = usualParts;
  for (const arg of args) {
    if (arg === '--quick' || arg === '--million') continue;
    if (!arg.startsWith('--only=')) throw new PlainError(`${arg} is not understood. ${usage}`);
    chosen = arg.slice('--only='.length).split(',').map(partOf);
  }
  const isQuick = args.includes('--quick');
  return { quick: isQuick, parts: chosen, ...(isQuick ? quick : full), ...(args.includes('--million') && million) };
}

function partOf(name: string): BenchmarkPart {
  const part = parts.find((one) => one === name);
  if (!part) throw new PlainError(`There is no part "${name}". ${usage}`);
  return part;
}
