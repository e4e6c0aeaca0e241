import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { KeyValues, type KeyValue } from '@/app/_ui/key-values';
import type { Need, NeedFacts } from '@/lib/applications/need-model';
import type { Paper } from '@/lib/rulebook/model';
import { startAddress } from './query';
import { ownerWords, priceSentences, validityWords, wayWords, windowWords } from './words';

type Props = { readonly needs: readonly Need[]; readonly facts: NeedFacts };

export function Answer({ needs, facts }: Props) {
  if (needs.length === 0) return <NoRule />;
  const startable = needs.filter(({ way }) => way.state === 'online');
  return needs.map((need) => (
    <Card key={need.kind} heading={need.title}>
      {need.way.state === 'ended' && <Ended way={need.way} />}
      <KeyValues look="prose" rows={rowsOf(need)} />
      {need.way.state === 'online' && (
        <p>
          <ButtonLink href={startAddress(need, facts)} look={startable.length === 1 ? 'primary' : 'secondary'}>
            Start this application
          </ButtonLink>
        </p>
      )}
      <p className="cecs-quiet">
        The rule: {need.rule}{need.isAssumed && ', which is assumed in part'}. Where it comes from:{' '}
        {need.sources.map(({ title }) => title).join('; ')}.
      </p>
    </Card>
  ));
}

function NoRule() {
  return (
    <Card heading="No rule that we know leads there">
      <p>
        We found no official source that says how one gets from what you hold to what you want. That does not mean that there is
        no way: ask the Bureau of Certification, teacher.cert@ct.gov, and say what you hold and what you want.
      </p>
      <p>
        If you have an account, <a href="/profile/certificate-problem">ask us there</a>: you get a number and a day for the answer.
      </p>
    </Card>
  );
}

function Ended({ way }: { readonly way: Extract<Need['way'], { state: 'ended' }> }) {
  return (
    <p>
      <strong>{way.sentence ?? 'This can no longer be applied for.'}</strong>
      {way.instead && ` Instead you may be able to ${way.instead}.`}
    </p>
  );
}

function rowsOf(need: Need): KeyValue[] {
  const { way, conditions, additions, papers, newType } = need;
  const how = { key: 'How to apply', value: wayWords(need) };
  if (way.state === 'ended') return [how];
  return [
    how,
    { key: 'When', value: windowWords(need) },
    ...(conditions.length > 0 ? [{ key: 'What you must show', value: <Sentences of={conditions.map(({ sentence }) => sentence)} /> }] : []),
    ...(additions.length > 0 ? [{ key: 'What each endorsement asks for', value: <Sentences of={additions} /> }] : []),
    { key: additions.length > 0 ? 'Papers, as the endorsement asks for them' : 'Papers, and who sends them', value: <Papers papers={papers} /> },
    { key: 'What it costs', value: <Sentences of={priceSentences(need)} /> },
    ...(newType ? [{ key: 'What you get', value: newType }] : []),
    { key: 'How long it runs', value: validityWords(need) },
  ];
}

function Sentences({ of }: { readonly of: readonly string[] }) {
  if (of.length === 1) return of[0];
  return (
    <ul className="usa-list">
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function Papers({ papers }: { readonly papers: readonly Paper[] }) {
  if (papers.length === 0) return 'None.';
  return (
    <ul className="usa-list">
      {papers.map(({ key, title, formNumber, owedBy, howToSend }) => (
        <li key={key}>
          <strong>
            {title}
            {formNumber && ` (${formNumber})`}
          </strong>
          , from: {ownerWords[owedBy]}. {howToSend}
        </li>
      ))}
    </ul>
  );
}
