import { dayInConnecticut } from '@/lib/shared/days';
import type { Place } from '@/tests/support/browser/form-table';
import { bad, badForServer, choice, each, line, paragraph, tooLong, type Bad, type BadForm } from './values';

const today = dayInConnecticut(new Date());
const year = Number(today.slice(0, 4));

const key: Bad[] = [bad('', /^Choose what to change/), bad('something else', /^This is not in force on that day/, { isNotOffered: true })];
const dollars = (what: string) => each(['', 'abc', '-5', '1e9', '5.5', '1000000', tooLong], new RegExp(`^Enter ${what} in dollars`));
const right = { fromDay: `01/01/${year + 2}`, source: 'Public Act 27-1, section 4', note: 'The bill was signed.\nIt is public.' };
const wrong = {
  fromDay: [
    ...each(['', 'soon', '02/30/2030', '13/01/2030', tooLong], /^Enter the first day on which it holds like/),
    badForServer(today, /^A change begins tomorrow at the earliest/),
    badForServer(`01/01/${year + 30}`, /^This day is more than twenty years away/),
  ],
  source: line(/^Enter where it is written/, 300),
  note: paragraph(/./, 1000).slice(1),
};

/** What staff are asked when they draft a change of the rules. */
export const rulesForms = {
  'fee: /staff/rules/new/*': [
    {
      right: { key: 'DUPLICATE', total: '61', review: '0', ...right },
      wrong: {
        key,
        total: dollars('the whole amount'),
        review: [...dollars('the review fee'), bad('62', /^The review fee is part of the whole amount/)],
        ...wrong,
      },
    },
  ],
  'setting: /staff/rules/new/*': [
    {
      right: { key: 'quality_review_share', value: '7', ...right },
      wrong: { key, value: [...each(['', 'seven', '-1', '1.5', '1000', tooLong], /^Enter a whole number/), badForServer('101', /^A share is 100 percent/)], ...wrong },
    },
  ],
  'validity: /staff/rules/new/*': [
    {
      right: { key: 'INITIAL', length: '7', unit: 'years', ...right },
      wrong: { key, length: each(['', '0', 'ten', '1.5', '100', tooLong], /^Enter a whole number from 1 to 99/), unit: choice(/^Choose years/), ...wrong },
    },
  ],
} as const satisfies Partial<Record<Place, readonly BadForm[]>>;
