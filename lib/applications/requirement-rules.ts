import type { ApplicationKind, AskedWhen, Paper, RequiredPaper, RuleSet } from '@/lib/rulebook/model';
import { inForce, paperOf, settingOn } from '@/lib/rulebook/rules';
import { addMonths, dayInConnecticut, type Day } from '@/lib/shared/days';
import { refusals, type RefusalCode, type Requirement, type RequirementFacts, type RequirementState } from './requirement-model';

/** What an application says that decides which papers it needs. */
export type PaperFacts = {
  readonly kind: ApplicationKind;
  /** Of the transition it goes by. */
  readonly conditions: readonly string[];
  /** School months of service that the applicant tells of. */
  readonly schoolMonths: number;
  readonly isCertifiedElsewhere: boolean;
  readonly hasDisclosure: boolean;
};

/** Every paper that an application needs by the rules of a day, each once, in the order of the rulebook (domain.md §6.1, §6.3). */
export function papersNeeded(ruleSet: RuleSet, day: Day, facts: PaperFacts): Paper[] {
  const rows = inForce(ruleSet.requiredPapers, day).filter((row) => concerns(row, facts) && applies(row.askedWhen, ruleSet, day, facts));
  return [...new Set(rows.map((row) => row.paper))].map((key) => paperOf(ruleSet, key));
}

function concerns({ condition, kind }: RequiredPaper, facts: PaperFacts): boolean {
  if (condition !== null) return facts.conditions.includes(condition);
  return kind === null || kind === facts.kind;
}

function applies(when: AskedWhen, ruleSet: RuleSet, day: Day, facts: PaperFacts): boolean {
  const enough = settingOn(ruleSet, 'experience_statement_months', day)?.value ?? Infinity;
  const holds: Record<AskedWhen, boolean> = {
    always: true,
    served: facts.schoolMonths > 0,
    experience_enough: facts.schoolMonths >= enough,
    experience_short: facts.schoolMonths < enough,
    certified_elsewhere: facts.isCertifiedElsewhere,
    disclosed: facts.hasDisclosure,
  };
  return holds[when];
}

/** Where one item stands. What arrives after a refusal waits for another look. */
export function requirementState({ receivedAt, judgement, judgedAt }: RequirementFacts): RequirementState {
  const isNewer = receivedAt !== null && judgedAt !== null && receivedAt > judgedAt;
  if (judgement !== null && !isNewer) return judgement;
  return receivedAt === null ? 'asked' : 'received';
}

/** Nothing more is needed for it. */
export function isMet(state: RequirementState): boolean {
  return state === 'accepted' || state === 'not_needed';
}

/** Something has to come from outside the Bureau. */
export function isOwed(state: RequirementState, owedBy: Paper['owedBy']): boolean {
  return owedBy !== 'bureau' && (state === 'asked' || state === 'refused');
}

/** Until when an application is held open for what is found missing on a day; null where no rule says (domain.md §3.2). */
export function heldOpenUntil(ruleSet: RuleSet, day: Day): Day | null {
  const open = settingOn(ruleSet, 'item_open_months', day);
  return open ? addMonths(day, open.value) : null;
}

/** A file from the applicant counts for it. What a college or a district seals or signs counts only from them. */
export function canBeUploaded(owedBy: Paper['owedBy']): boolean {
  return owedBy === 'educator';
}

/** It may come in an envelope. What the Bureau looks up itself does not. */
export function canBeMailed(owedBy: Paper['owedBy']): boolean {
  return owedBy !== 'bureau';
}

type Row = RequirementFacts & Pick<Requirement, 'id' | 'reference' | 'about' | 'note'> & {
  readonly paper: string;
  readonly askedAt: Date;
  readonly dueOn: string | null;
  readonly receivedOn: string | null;
  readonly refusalCode: string | null;
};

/** A row as everybody sees it. What was said of a paper goes with it only as long as it holds. */
export function asRequirement(row: Row, ruleSet: RuleSet): Requirement {
  const { id, reference, about, note, refusalCode } = row;
  const [state, paper] = [requirementState(row), paperOf(ruleSet, row.paper)];
  return {
    ...{ id, reference, about, state, paper, askedOn: dayInConnecticut(row.askedAt) },
    ...{ dueOn: isOwed(state, paper.owedBy) ? (row.dueOn as Day | null) : null, receivedOn: row.receivedOn as Day | null },
    refusal: state === 'refused' ? refusals[refusalCode as RefusalCode] : null,
    note: state === row.judgement ? note : null,
  };
}
