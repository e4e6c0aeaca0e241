import { DateText } from '@/app/_ui/date-text';
import { Details } from '@/app/_ui/details';
import type { NeedsPerson } from '@/lib/applications/rule-decision-rules';
import type { Desk } from '@/lib/staff/desk-queries';

const why: Readonly<Record<NeedsPerson, string>> = {
  kind: 'a person decides every application of this kind',
  not_linked: 'it is not linked to a record',
  link_provisional: 'the link to the record is not confirmed',
  disclosed: 'something was disclosed',
  not_open: 'the rules of the day it was submitted do not allow it',
  lapsed: 'the certificate had ended',
  items_open: 'an item of the list is open',
  money_owed: 'something is owed',
  drawn_for_quality: 'it was drawn for a quality check',
};

/** What the rules made of it, from which facts and by which version of them. */
export function Trace({ traces }: Pick<Desk, 'traces'>) {
  const [latest] = traces;
  if (!latest) return null;
  const reasons = latest.answer.map((reason) => why[reason as NeedsPerson] ?? reason);
  return (
    <>
      <h2>What the rules say</h2>
      <p>
        {reasons.length === 0 ? 'Decided by the rules: every rule passed' : `A person decides, because ${reasons.join(', and ')}`} (
        <DateText value={latest.madeAt} />, rules {latest.ruleVersion}).
      </p>
      <Details summary="The facts it was decided from">
        <pre className="cecs-written">{JSON.stringify(latest.facts, null, 2)}</pre>
      </Details>
    </>
  );
}
