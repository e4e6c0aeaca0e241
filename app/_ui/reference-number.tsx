import { Fragment, type ReactNode } from 'react';
import { classNames } from './class-names';

type ReferenceNumberProps = { readonly value: string; readonly group?: number; readonly large?: boolean };

/** Up to here the eye needs no groups. */
const short = 7;

/** Grouped for the eye; `value` is what gets copied, because the gaps are not characters. */
export function ReferenceNumber({ value, group = 4, large = false }: ReferenceNumberProps) {
  return <span className={classNames('cecs-reference', large && 'cecs-reference--large')}>{grouped(value, group)}</span>;
}

function grouped(value: string, size: number): ReactNode {
  if (value.length <= short || value.includes('-')) return value;
  const parts = value.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
  return parts.map((part, position) => (
    <Fragment key={position}>
      {position > 0 && <wbr />}
      <span className="cecs-reference__group">{part}</span>
    </Fragment>
  ));
}
