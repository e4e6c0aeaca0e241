import { SummaryBox } from '@/app/_ui/card';
import { SmallForm } from '@/app/_ui/form/small-form';
import { KeyValues } from '@/app/_ui/key-values';
import type { Draft } from '@/lib/applications/draft-queries';
import { endorsementsApplied } from '@/lib/applications/rules';
import { quote } from '@/lib/fees/rules';
import { isApplicationKind, type RuleSet } from '@/lib/rulebook/model';
import { dayInConnecticut } from '@/lib/shared/days';
import { formatCents } from '@/lib/shared/money';
import { answerRows } from '@/app/(educator)/applications/[reference]/answer-rows';
import { submitAction, withdrawAction } from '@/app/(educator)/applications/[reference]/actions';

type Props = { draft: Draft; ruleSet: RuleSet; now: Date };

export function Review({ draft, ruleSet, now }: Props) {
  const { application, answers } = draft;
  const { reference } = application;
  const due = dueSentences(draft, ruleSet, now);
  return (
    <>
      <KeyValues look="questions" rows={answerRows(answers, ruleSet, `/applications/${reference}`)} />
      <SummaryBox heading="What it costs">
        {due.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </SummaryBox>
      <SmallForm action={submitAction} fields={{ reference }} submit="Submit" look="primary" />
      <SmallForm action={withdrawAction} fields={{ reference }} submit="Give up this draft" look="quiet" />
    </>
  );
}

function dueSentences({ application, answers }: Draft, ruleSet: RuleSet, now: Date): string[] {
  const { kind } = application;
  if (!isApplicationKind(kind)) return [];
  const endorsements = endorsementsApplied(application.endorsementCodes, answers);
  const quoted = quote({ kind, day: dayInConnecticut(now), ruleSet, endorsements });
  if (!quoted.ok) return ['The Bureau will tell you the amount. Nothing is due when you submit.'];
  const { free, dueNow, dueLater, lines } = quoted.value;
  if (free) return ['There is no fee.'];
  const review = lines.find((line) => line.code === 'review_fee');
  return [
    `Due now: ${formatCents(dueNow)}.`,
    ...(dueLater > 0 ? [`Due after approval, before your certificate is issued: ${formatCents(dueLater)}.`] : []),
    ...(review ? [`${formatCents(review.cents)} of it is the application review fee, which is not refunded.`] : []),
    'You choose how to pay on the next page: by credit card or by mail.',
  ];
}
