import { Actions } from '@/app/_ui/actions';
import { Button } from '@/app/_ui/button';
import { RadioGroup } from '@/app/_ui/form/choices';
import { ErrorSummary } from '@/app/_ui/form/error-summary';
import { SelectField } from '@/app/_ui/form/select-field';
import { TextField } from '@/app/_ui/form/text-field';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { noConnecticutCertificate, wishes } from '@/lib/applications/need-model';
import { whatIsNeeded } from '@/lib/applications/need-rules';
import type { RuleSet } from '@/lib/rulebook/model';
import { findRuleSet } from '@/lib/rulebook/public-queries';
import { dayInConnecticut, formatDay } from '@/lib/shared/days';
import { clock } from '@/lib/web/request';
import { setResponseStatus } from '@/lib/web/response-status';
import { Answer } from './answer';
import { readQuestions, type Asked, type Params, type Question } from './query';
import { wishWords } from './words';

export const metadata = { title: 'What do I need?' };

export default async function WhatDoINeedPage({ searchParams }: { searchParams: Promise<Params> }) {
  const ruleSet = await findRuleSet();
  const asked = readQuestions(await searchParams, ruleSet);
  if (asked.errors.length > 0) await setResponseStatus(422);
  const day = dayInConnecticut(clock());
  const { facts } = asked;
  return (
    <Main width="regular">
      <PageTitle lead={`Four questions, by the rules of ${formatDay(day)}. Nothing here says who you are, and no account is needed.`}>
        What do I need?
      </PageTitle>
      {facts && <Answer needs={whatIsNeeded(facts, { day, ruleSet })} facts={facts} />}
      {facts && <h2>Change your answers</h2>}
      <Questions asked={asked} ruleSet={ruleSet} />
    </Main>
  );
}

const trained = [
  { value: 'connecticut', label: 'In an approved program in Connecticut' },
  { value: 'elsewhere', label: 'Anywhere else, or not yet' },
];

// A plain form that puts its answers into the address, so that the page can be passed on and needs no script.
function Questions({ asked, ruleSet }: { readonly asked: Asked; readonly ruleSet: RuleSet }) {
  const field = (name: Question) => ({
    name,
    error: asked.errors.find((error) => error.name === name)?.message,
    defaultValue: asked.typed[name] ?? '',
  });
  const none = Object.entries(noConnecticutCertificate).map(([value, label]) => ({ value, label }));
  const types = ruleSet.certificateTypes.map(({ key, name }) => ({ value: key, label: name }));
  return (
    <form action="/what-do-i-need" className="cecs-form" noValidate>
      <ErrorSummary errors={asked.errors} />
      <SelectField {...field('holds')} label="What do you hold now?" hint="If several, the one this is about." options={[...none, ...types]} />
      <RadioGroup {...field('wants')} label="What do you want?" choices={wishes.map((value) => ({ value, label: wishWords[value] }))} />
      <RadioGroup {...field('trained')} label="Where were you prepared?" choices={trained} />
      <TextField
        {...field('months')}
        label="School months you have served in the last ten years"
        hint="Ten school months are one school year. Enter 0 if you have not served."
        autoComplete="off"
        inputMode="numeric"
        maxLength={3}
        width="4"
      />
      <Actions>
        <Button look={asked.facts ? 'secondary' : 'primary'}>See what I need</Button>
      </Actions>
    </form>
  );
}
