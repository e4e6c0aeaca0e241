import { answerRows } from '@/app/(educator)/applications/[reference]/answer-rows';
import { Alert } from '@/app/_ui/alert';
import { Card } from '@/app/_ui/card';
import { KeyValues } from '@/app/_ui/key-values';
import { Tag } from '@/app/_ui/tag';
import { disclosureKeys, disclosureQuestions } from '@/lib/applications/questions-model';
import { hasDisclosure } from '@/lib/applications/rules';
import type { ApplicationView } from '@/lib/payments/application-queries';
import { Signature } from './who';

/** The answers as they were signed. What somebody disclosed comes before everything else. */
export function Answers({ view }: { view: ApplicationView }) {
  const { disclosures, sign, ...rest } = view.answers;
  const duplicateReason = typeof sign?.duplicateReason === 'string' ? { sign: { duplicateReason: sign.duplicateReason } } : {};
  const rows = answerRows({ ...rest, ...duplicateReason }, view.ruleSet);
  return (
    <Card heading="What they answered">
      {disclosures && <Disclosures answers={disclosures} hasAny={hasDisclosure(view.answers)} />}
      {rows.length > 0 && <KeyValues rows={rows} />}
      <Signature view={view} />
    </Card>
  );
}

type DisclosuresProps = { readonly answers: Readonly<Record<string, unknown>>; readonly hasAny: boolean };

function Disclosures({ answers, hasAny }: DisclosuresProps) {
  const isYes = (key: string) => answers[key] === 'yes';
  const inOrder = [...disclosureKeys].sort((a, b) => Number(isYes(b)) - Number(isYes(a)));
  const statement = typeof answers.statement === 'string' ? answers.statement : '';
  return (
    <>
      {hasAny && (
        <Alert tone="warning" heading="Something was disclosed" headingLevel={3}>
          <p className="usa-alert__text cecs-written">{statement}</p>
        </Alert>
      )}
      <KeyValues
        look="questions"
        rows={inOrder.map((key) => ({
          key: disclosureQuestions[key],
          value: isYes(key) ? <Tag tone="warning">Yes</Tag> : 'No',
        }))}
      />
    </>
  );
}
