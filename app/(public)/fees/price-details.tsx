import { Details } from '@/app/_ui/details';
import { KeyValues } from '@/app/_ui/key-values';
import type { Needs, PriceRow } from './price-list';
import { announcedOf, furtherSums, papersOf, sum, totalOf } from './price-words';

type Props = {
  readonly rows: readonly PriceRow[];
  /** Beside a table with the amounts, they are not said twice. */
  readonly withAmounts?: boolean;
};

/** What each application asks for and where that is written, folded away. */
export function PriceDetails({ rows, withAmounts = false }: Props) {
  return rows.map((row) => (
    <Details key={row.kind} summary={withAmounts ? `${row.title}: ${lowerFirst(totalOf(row))}` : row.title}>
      {withAmounts && <Amounts row={row} />}
      {row.needs.map((needs) => (
        <NeedsList key={needs.holding.join()} needs={needs} />
      ))}
      {papersOf(row) === 'None' && <p>Nothing but the application itself.</p>}
      {furtherSums(row).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className="cecs-quiet">Where this comes from: {row.sources.map(({ title }) => title).join('; ')}.</p>
    </Details>
  ));
}

function Amounts({ row }: { readonly row: PriceRow }) {
  const { price, form } = row;
  const announced = announcedOf(row);
  return (
    <KeyValues
      rows={[
        { key: 'Form', value: form ?? 'None' },
        { key: 'Papers to send', value: papersOf(row) },
        ...(price ? [{ key: 'Due when you apply', value: sum(price.dueNow) }] : []),
        ...(price ? [{ key: 'Due before it is issued', value: sum(price.dueLater) }] : []),
        { key: 'In all', value: totalOf(row) },
        ...(announced === null ? [] : [{ key: 'Announced', value: announced }]),
      ]}
    />
  );
}

function NeedsList({ needs: { holding, sentences } }: { readonly needs: Needs }) {
  if (sentences.length === 0) return null;
  return (
    <>
      {holding.length > 0 && <h3>If you hold a {holding.join(' or ')}</h3>}
      <ul className="usa-list">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
