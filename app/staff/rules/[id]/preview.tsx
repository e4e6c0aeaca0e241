import { Fragment } from 'react';
import { Card } from '@/app/_ui/card';
import { Details } from '@/app/_ui/details';
import { aspects } from '@/app/staff/rules/wording';
import type { ApplicationKind, RuleSet } from '@/lib/rulebook/model';
import { certificateTypeOf, kindRules } from '@/lib/rulebook/rules';
import { formatDay } from '@/lib/shared/days';
import { formatReference } from '@/lib/shared/references';
import type { Preview, RuleChangeView } from '@/lib/staff/rule-change-queries';

type Props = { readonly change: RuleChangeView; readonly preview: Preview };

/** Whom a change would touch, counted now, with the first of each. */
export function WhatItTouches({ change, preview }: Props) {
  const { differences, around } = preview;
  const from = formatDay(change.fromDay);
  if (differences.length === 0) {
    return (
      <Card heading="What it touches">
        <p>{`No application and no certificate gets another answer. It changes how the Bureau works from ${from} on.`}</p>
      </Card>
    );
  }
  return (
    <Card heading="What it touches">
      <p>{`Submitted from ${from} on, these have other answers:`}</p>
      <ul className="usa-list">
        {differences.map((one) => (
          <li key={one.kind}>{`${titleOf(one.kind, around.after)}: ${one.aspects.map((aspect) => aspects[aspect]).join(', ')}`}</li>
        ))}
      </ul>
      <Drafts preview={preview} from={from} />
      <Submitted preview={preview} />
      <Certificates preview={preview} from={from} />
    </Card>
  );
}

function titleOf(kind: ApplicationKind, ruleSet: RuleSet): string {
  return kindRules(ruleSet, kind).title;
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;
}

function Drafts({ preview: { drafts, firstDrafts, around }, from }: { readonly preview: Preview; readonly from: string }) {
  const total = drafts.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <h3>{counted(total, 'draft', 'drafts')}</h3>
      <p>{total === 0 ? 'Nobody has begun one of these.' : `They change if they are submitted on ${from} or later.`}</p>
      {total > 0 && (
        <Details summary="Which drafts">
          <ul className="usa-list">
            {drafts.map(({ kind, count }) => (
              <li key={kind}>{`${titleOf(kind, around.after)}: ${count.toLocaleString('en-US')}`}</li>
            ))}
          </ul>
          <p>
            {`The first of them: ${firstDrafts.map(({ reference }) => formatReference(reference)).join(', ')}. `}
            A draft is its educator’s own; nobody else can open it.
          </p>
        </Details>
      )}
    </>
  );
}

function Submitted({ preview: { submitted, awaitingAmount } }: { readonly preview: Preview }) {
  return (
    <>
      <h3>{counted(submitted, 'submitted application', 'submitted applications')}</h3>
      <p>{submitted === 0 ? 'None of these is open.' : 'Not decided or not issued yet. They keep the rules of the day they were submitted.'}</p>
      {awaitingAmount.total > 0 && (
        <p>
          {`But ${counted(awaitingAmount.total, 'application had', 'applications had')} no known amount at submission, and will be charged this one on its first day:`}
          {awaitingAmount.first.map(({ reference }) => (
            <Fragment key={reference}>
              {' '}
              <a href={`/staff/applications/${reference}`}>{formatReference(reference)}</a>
            </Fragment>
          ))}
        </p>
      )}
    </>
  );
}

function Certificates({ preview: { certificates, around }, from }: { readonly preview: Preview; readonly from: string }) {
  const { total, first } = certificates;
  return (
    <>
      <h3>{counted(total, 'certificate', 'certificates')}</h3>
      <p>
        {total === 0
          ? 'No certificate leads anywhere else than before.'
          : `Their ends stay. What their holders can apply for next differs on ${from} or later.`}
      </p>
      {total > 0 && (
        <Details summary={total > first.length ? `The first ${first.length}` : 'Which certificates'}>
          <ul className="usa-list">
            {first.map(({ number, typeKey, expiresOn }) => (
              <li key={number}>
                <a href={`/check/${number}`}>{formatReference(number)}</a>
                {`, ${certificateTypeOf(around.after, typeKey).name}${expiresOn ? `, through ${formatDay(expiresOn)}` : ''}`}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
