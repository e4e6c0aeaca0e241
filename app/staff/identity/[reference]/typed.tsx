import { Card } from '@/app/_ui/card';
import { DateText } from '@/app/_ui/date-text';
import { KeyValues, type KeyValue } from '@/app/_ui/key-values';
import { detailNames, detailValues, everHeldWords, matchReasonWords } from '@/app/staff/identity/wording';
import type { CaseView, TypedRecord } from '@/lib/identity/case-queries';

/** Whoever waits: their account, what they typed and wrote, and what they were asked for. */
export function Typed({ found }: { found: CaseView }) {
  const { typed, details, account, link, askedFor, askedAt } = found;
  const written = Object.entries(detailNames).flatMap(([name, key]) => {
    const value = details[name];
    return value ? [{ key, value: <span className="cecs-written">{detailValues[value] ?? value}</span> }] : [];
  });
  const linkWords = link ? `EIN ${link.ein}, ${link.strength === 'full' ? 'fully' : 'provisionally'}` : 'Nobody yet';
  return (
    <>
      {typed && (
        <Card heading="What they typed at Register">
          <KeyValues rows={typedRows(typed)} />
        </Card>
      )}
      {written.length > 0 && (
        <Card heading="What they wrote">
          <KeyValues rows={written} />
        </Card>
      )}
      {account && (
        <Card heading="Their account">
          <KeyValues
            rows={[
              { key: 'Name', value: account.name },
              { key: 'Email', value: account.email },
              { key: 'Linked to', value: linkWords },
            ]}
          />
        </Card>
      )}
      {askedFor !== null && askedAt !== null && (
        <Card heading="Asked for">
          <p className="cecs-written">{askedFor}</p>
          <p className="cecs-quiet">
            <DateText value={askedAt} />
          </p>
        </Card>
      )}
    </>
  );
}

function typedRows({ firstName, lastName, maskedSsn, email, reasons, said }: TypedRecord): KeyValue[] {
  const earlier = [said.previousFirstName, said.previousLastName].filter(Boolean).join(' ');
  return [
    { key: 'Name', value: `${firstName} ${lastName}` },
    ...(earlier ? [{ key: 'Earlier name', value: earlier }] : []),
    { key: 'Social Security number', value: <span className="cecs-reference">{maskedSsn}</span> },
    { key: 'Email', value: email },
    ...(said.everHeld ? [{ key: 'Ever held a certificate or EIN here', value: everHeldWords[said.everHeld] ?? said.everHeld }] : []),
    ...(said.typedEin ? [{ key: 'EIN they gave', value: said.typedEin }] : []),
    ...(said.typedCertificate ? [{ key: 'Certificate they gave', value: said.typedCertificate }] : []),
    { key: 'Why it was not linked', value: matchReasonWords(reasons) },
  ];
}
