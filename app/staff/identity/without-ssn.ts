import { hasSsn } from '@/lib/staff/identity-model';

/** Of the boxes for EINs those that may be shown again: not one into which somebody typed a Social Security number. */
export function withoutSsn(typed: Readonly<Record<string, string | string[]>>, names: readonly string[]): readonly string[] {
  return names.filter((name) => !hasSsn(String(typed[name] ?? '')));
}
