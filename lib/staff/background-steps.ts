import type { Tx } from '@/db/transact';
import type { ApplicationRecord } from '@/lib/applications/model';
import { requirementsOf, saveRequirement } from '@/lib/applications/steps';
import { findOpenAlert, findLatestSweep } from '@/lib/applications/background-store';
import type { RuleSet } from '@/lib/rulebook/model';
import { settingOn } from '@/lib/rulebook/rules';
import { dayInConnecticut } from '@/lib/shared/days';

type Subject = { readonly application: ApplicationRecord; readonly ruleSet: RuleSet };

/** Accepts the background check where the latest sweep is fresh and found nothing about this person; else a person makes it. */
export async function clearBackground(tx: Tx, { application, ruleSet }: Subject, now: Date): Promise<void> {
  const rows = await requirementsOf(tx, application.id);
  const check = rows.find(({ paper, judgement }) => paper === 'background_check' && judgement === null);
  if (!check || !application.personId) return;
  const days = settingOn(ruleSet, 'background_sweep_days', dayInConnecticut(now))?.value ?? 0;
  const sweep = await findLatestSweep(tx);
  const isFresh = sweep !== undefined && now.getTime() - sweep.ranAt.getTime() <= days * 86_400_000;
  if (!isFresh || (await findOpenAlert(tx, application.personId))) return;
  const received = { receivedAt: now, receivedOn: dayInConnecticut(sweep.ranAt), receivedHow: 'by_rule' } as const;
  await saveRequirement(tx, check.id, { ...received, judgement: 'accepted', judgedAt: now });
}
