import { Card } from '@/app/_ui/card';
import { Details } from '@/app/_ui/details';
import { KeyValues } from '@/app/_ui/key-values';
import { explain } from '@/lib/certificates/explanation-rules';
import type { NextStep, Situation } from '@/lib/certificates/model';
import { firstSteps, nextStepsFor, stepOfKind } from '@/lib/certificates/rules';
import { isApplicationKind } from '@/lib/rulebook/model';
import { certificateTypeOf, findEndorsement } from '@/lib/rulebook/rules';
import { dayInConnecticut, formatDay } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import type { Desk } from '@/lib/staff/desk-queries';

/** What they ask for, and what the rules of the day on which they submitted say about it. */
export function AppliedFor({ desk }: { desk: Desk }) {
  const { application, certificate, ruleSet } = desk.view;
  const names = application.endorsementCodes.map((code) => `${code} ${findEndorsement(ruleSet, code)?.title ?? ''}`.trim());
  return (
    <Card heading="What they apply for">
      <KeyValues
        rows={[
          ...(application.toTypeKey ? [{ key: 'Certificate', value: certificateTypeOf(ruleSet, application.toTypeKey).name }] : []),
          ...(names.length > 0 ? [{ key: names.length > 1 ? 'Endorsements' : 'Endorsement', value: names.join(', ') }] : []),
          ...(certificate ? [{ key: 'From certificate', value: formatReference(certificate.number) }] : []),
        ]}
      />
      <Rule desk={desk} />
    </Card>
  );
}

function Rule({ desk }: { desk: Desk }) {
  const { application, ruleSet } = desk.view;
  if (!application.submittedAt) return null;
  const situation = { day: dayInConnecticut(application.submittedAt), ruleSet, openApplications: [] };
  const step = stepApplied(desk, situation);
  if (!step) return null;
  const { headline, details, sources } = explain(step, situation);
  return (
    <>
      <h3>The rule on {formatDay(situation.day)}, as the educator read it</h3>
      <p>
        <strong>{headline}</strong> {details.join(' ')}
      </p>
      {step.conditions.length > 0 && (
        <>
          <p>To be shown:</p>
          <ul className="usa-list">
            {step.conditions.map((condition) => (
              <li key={condition.key}>{condition.sentence}</li>
            ))}
          </ul>
        </>
      )}
      <Details summary={step.assumed ? 'Where this rule comes from (in part assumed)' : 'Where this rule comes from'}>
        <ul className="usa-list">
          {sources.map((source) => (
            <li key={source.key}>{source.address ? <a href={source.address}>{source.title}</a> : source.title}</li>
          ))}
        </ul>
      </Details>
    </>
  );
}

// What this very application led to does not stand in its own way.
function stepApplied({ view, issuedNumber }: Desk, situation: Situation): NextStep | undefined {
  const { application, certificate } = view;
  if (!isApplicationKind(application.kind)) return undefined;
  if (!certificate) return stepOfKind(firstSteps(situation), application.kind);
  const isOwn = certificate.followedBy !== null && certificate.followedBy.number === issuedNumber;
  return stepOfKind(nextStepsFor(isOwn ? { ...certificate, followedBy: null } : certificate, situation), application.kind);
}
