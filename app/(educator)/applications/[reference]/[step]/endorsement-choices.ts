import { addableTo, neverAdded } from '@/lib/certificates/addition-rules';
import type { Draft } from '@/lib/applications/draft-queries';
import type { Option } from '@/app/_ui/form/select-field';
import type { Endorsement } from '@/lib/rulebook/model';
import { endorsementsOffered, sourcesOf } from '@/lib/rulebook/rules';
import { dayInConnecticut } from '@/lib/shared/days';

export function firstChoices({ ruleSet }: Draft): Option[] {
  return endorsementsOffered(ruleSet).map(asOption);
}

/** What can be added to the certificate of the draft, and why others are not among it, with who says so. */
export function additionChoices({ ruleSet, certificate }: Draft, now: Date) {
  const asked = { ruleSet, day: dayInConnecticut(now) };
  const said = [...neverAdded(asked), { sentence: 'One of another family is issued on a certificate of its own.', source: 'S7' }];
  const titles = (source: string) => sourcesOf(ruleSet, source).map(({ title }) => title).join('; ');
  return {
    endorsements: certificate ? addableTo(certificate, asked).map(asOption) : [],
    notOffered: said.map(({ sentence, source }) => `${sentence} (Source: ${titles(source)})`),
  };
}

function asOption({ code, title }: Endorsement): Option {
  return { value: code, label: `${code} ${title ?? ''}` };
}
