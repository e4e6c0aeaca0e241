import { read } from '@/db/transact';
import { anyone } from '@/lib/shared/context';
import type { RuleSet } from './model';
import { loadRuleSet } from './queries';

/** The law as this system knows it, for pages that need nothing else: it is the same for everyone. */
export async function findRuleSet(): Promise<RuleSet> {
  return read(anyone, loadRuleSet);
}
