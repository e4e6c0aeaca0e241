import 'server-only';
import { sql, type SQL } from 'drizzle-orm';
import * as table from '@/db/schema/rulebook';
import type { Tx } from '@/db/transact';
import { must } from '@/lib/shared/result';
import type { RuleRows, RuleSet } from './model';
import { assembleRuleSet } from './rules';

let held: RuleSet | undefined;

/** The version in force, for a page to select along with what it reads anyway and to give to loadRuleSet. */
export const ruleSetVersionInForce: SQL<string> = sql<string>`(select version from rule_set_version)`;

/**
 * The rule set, kept by this process for as long as its version is the one in force: no query where the caller has read
 * the version already, one otherwise.
 */
export async function loadRuleSet(tx: Tx, knownVersion?: string): Promise<RuleSet> {
  const version = knownVersion ?? (await readVersion(tx));
  return heldRuleSet(version) ?? (held = await readRuleSet(tx));
}

/** The rule set of that version, if this process has it already. */
export function heldRuleSet(version: string): RuleSet | undefined {
  return held?.version === version ? held : undefined;
}

/** Read again where the version moved meanwhile, so that no half of one version is taken for the other. */
async function readRuleSet(tx: Tx): Promise<RuleSet> {
  const before = await readVersion(tx);
  const rows = await readRows(tx);
  const after = await readVersion(tx);
  return before === after ? assembleRuleSet(after, rows) : readRuleSet(tx);
}

async function readVersion(tx: Tx): Promise<string> {
  const [row] = await tx.select({ version: table.ruleSetVersion.version }).from(table.ruleSetVersion);
  return must(row, 'the version of the reference data: has it been loaded?').version;
}

async function readRows(tx: Tx): Promise<RuleRows> {
  return {
    sources: await tx.select().from(table.ruleSource),
    certificateTypes: await tx.select().from(table.certificateType),
    validities: await tx.select().from(table.certificateValidity),
    extensions: await tx.select().from(table.validityExtension),
    endorsements: await tx.select().from(table.endorsement).orderBy(table.endorsement.code),
    grades: await tx.select().from(table.endorsementGrades),
    kinds: await tx.select().from(table.applicationKind),
    conditions: await tx.select().from(table.ruleCondition),
    papers: await tx.select().from(table.paper),
    requiredPapers: await tx.select().from(table.requiredPaper),
    additions: await tx.select().from(table.endorsementAddition),
    transitions: await tx.select().from(table.transition),
    fees: await tx.select().from(table.fee),
    kindFees: await tx.select().from(table.kindFee),
    settings: await tx.select().from(table.ruleSetting),
  };
}
