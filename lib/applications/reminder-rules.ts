import type { CertificateFacts } from '@/lib/certificates/model';
import { leadsNowhere, nextStepsFor } from '@/lib/certificates/rules';
import { validThrough, windowOpens } from '@/lib/certificates/validity';
import type { RuleSet } from '@/lib/rulebook/model';
import { settingOn } from '@/lib/rulebook/rules';
import type { Day } from '@/lib/shared/days';

/** Settings of the rulebook, the earliest first. */
export const reminderStages = ['reminder_first', 'reminder_second', 'reminder_third', 'reminder_last'] as const;
export type ReminderStage = (typeof reminderStages)[number];

/**
 * Which reminder of its end is due for a certificate: the latest whose day has come, until the end itself. None where
 * another has taken its place, or where nothing can be done about it here.
 */
export function reminderDue(certificate: CertificateFacts, { ruleSet, day }: { readonly ruleSet: RuleSet; readonly day: Day }): ReminderStage | undefined {
  if (certificate.followedBy || certificate.ended) return undefined;
  const through = validThrough(certificate, { ruleSet, day });
  if (through === null || through < day) return undefined;
  const due = reminderStages.filter((stage) => {
    const before = settingOn(ruleSet, stage, day);
    return before !== undefined && windowOpens(through, before) <= day;
  });
  const stage = due.at(-1);
  return stage && !leadsNowhere(nextStepsFor(certificate, { ruleSet, day, openApplications: [] })) ? stage : undefined;
}
