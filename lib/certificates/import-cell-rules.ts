import { line } from '@/lib/shared/text';
import type { Refusal } from './import-model';

export function cellText(cell: string | undefined): string {
  return (cell ?? '').trim();
}

/** A name or line as it is kept; undefined where it is empty, too long or not what it looks like. */
export function cellLine(cell: string | undefined): string | undefined {
  return anyLine.safeParse(cell ?? '').data;
}
const anyLine = line('a name');

/** The same, with an empty cell as null. */
export function optionalCellLine(cell: string | undefined): string | null | undefined {
  return cellText(cell) === '' ? null : cellLine(cell);
}

export function refusalsAmong(checks: readonly (readonly [isWrong: boolean, refusal: Refusal])[]): Refusal[] {
  return checks.flatMap(([isWrong, refusal]) => (isWrong ? [refusal] : []));
}
