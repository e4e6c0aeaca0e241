import { notFound } from 'next/navigation';
import { BackLink } from '@/app/_ui/breadcrumb';
import type { Option } from '@/app/_ui/form/select-field';
import { Main } from '@/app/_ui/main';
import { PageTitle } from '@/app/_ui/page-title';
import { subjectOf, valueOf } from '@/app/staff/rules/wording';
import type { RuleSet } from '@/lib/rulebook/model';
import { findRuleSet } from '@/lib/rulebook/public-queries';
import { inForce } from '@/lib/rulebook/rules';
import { dayInConnecticut, type Day } from '@/lib/shared/days';
import { changeable, isChangeable, type Changeable } from '@/lib/staff/rule-change-model';
import { rowOn } from '@/lib/staff/rule-change-rules';
import { heldValues, requireStaff } from '@/lib/web/session';
import { FeeForm } from './fee-form';
import { SettingForm } from './setting-form';
import { ValidityForm } from './validity-form';

export const metadata = { title: 'Draft a change' };

type Props = { params: Promise<{ what: string }>; searchParams: Promise<{ key?: string | string[] }> };

export default async function DraftPage({ params, searchParams }: Props) {
  const ctx = await requireStaff('draft_rules');
  const { what } = await params;
  if (!isChangeable(what)) return notFound();
  const { key } = await searchParams;
  const options = optionsFor(what, await findRuleSet(), dayInConnecticut(ctx.now));
  const chosen = options.some(({ value }) => value === key) ? String(key) : '';
  const Form = forms[what];
  return (
    <Main width="narrow" before={<BackLink href="/staff/rules/new">What to change</BackLink>}>
      <PageTitle lead="You see what it would touch before anybody approves it.">{`Change: ${lowerFirst(changeable[what].title)}`}</PageTitle>
      <Form options={options} initialValues={{ key: chosen, ...(await heldValues(ctx)) }} />
    </Main>
  );
}

const forms = { fee: FeeForm, setting: SettingForm, validity: ValidityForm };

/** Each with what it is now. */
function optionsFor(what: Changeable, ruleSet: RuleSet, today: Day): Option[] {
  const keys =
    what === 'fee'
      ? inForce(ruleSet.fees, today).map(({ code }) => code)
      : what === 'setting'
        ? inForce(ruleSet.settings, today).map(({ key }) => key)
        : inForce(ruleSet.certificateTypes, today).map(({ key }) => key);
  const labelOf = (key: string) => `${subjectOf(what, key, ruleSet)} (now: ${lowerFirst(valueOf(what, rowOn({ what, key }, ruleSet, today)))})`;
  return keys.map((key) => ({ value: key, label: labelOf(key) })).toSorted((a, b) => a.label.localeCompare(b.label));
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
