import { and, asc, eq, isNotNull, or } from 'drizzle-orm';
import { account } from '@/db/schema/accounts';
import { application, requirement } from '@/db/schema/applications';
import { read } from '@/db/transact';
import type { Requirement } from '@/lib/applications/requirement-model';
import { asRequirement, canBeMailed } from '@/lib/applications/requirement-rules';
import { loadRuleSet } from '@/lib/rulebook/queries';
import type { Ctx, Staff } from '@/lib/shared/context';
import { canReceivePapers } from './policy';

/** One paper that may be in an envelope, and whose: all that whoever opens the mail needs of an application. */
export type MailedPaper = {
  readonly item: Requirement;
  readonly applicationReference: string;
  readonly name: string;
};

/** By the reference on a cover sheet, or all of an application by its own. `reference`: as it is stored. */
export async function findMailedPapers(ctx: Ctx<Staff>, reference: string): Promise<MailedPaper[]> {
  if (!canReceivePapers(ctx.actor)) return [];
  return read(ctx.actor, async (tx) => {
    const rows = await tx
      .select({ row: requirement, applicationReference: application.reference, firstName: account.firstName, lastName: account.lastName })
      .from(requirement)
      .innerJoin(application, eq(application.id, requirement.applicationId))
      .innerJoin(account, eq(account.id, application.accountId))
      .where(and(isNotNull(application.submittedAt), or(eq(requirement.reference, reference), eq(application.reference, reference))))
      .orderBy(asc(requirement.askedAt), asc(requirement.id));
    const ruleSet = await loadRuleSet(tx);
    return rows
      .map(({ row, applicationReference, firstName, lastName }) => ({ item: asRequirement(row, ruleSet), applicationReference, name: `${firstName} ${lastName}` }))
      .filter(({ item }) => canBeMailed(item.paper.owedBy));
  });
}
