import { Card } from '@/app/_ui/card';
import { DateText } from '@/app/_ui/date-text';
import { KeyValues, type KeyValue } from '@/app/_ui/key-values';
import { ReferenceNumber } from '@/app/_ui/reference-number';
import { StatusTag } from '@/app/_ui/tag';
import type { CaseCandidate } from '@/lib/identity/candidate-queries';

/** One record, and what of it agrees with what was typed. */
export function Candidate({ one }: { one: CaseCandidate }) {
  const { heldBy } = one;
  return (
    <Card heading={one.name}>
      <KeyValues
        rows={[
          { key: 'EIN', value: <ReferenceNumber value={one.ein} group={10} /> },
          ...(one.previousLastNames.length > 0 ? [{ key: 'Earlier last names', value: one.previousLastNames.join(', ') }] : []),
          { key: 'SSN on file', value: <span className="cecs-reference">{one.maskedSsn ?? 'None'}</span> },
          ...agreement('SSN', one.ssnAgrees),
          ...agreement('Birth date', one.birthDateAgrees),
          ...agreement('Names', one.nameAgrees),
          ...agreement('Email address', one.nameAgrees === null ? null : one.emailAgrees),
          { key: 'Held by', value: heldBy ? <Holder heldBy={heldBy} /> : 'Nobody yet' },
        ]}
      />
    </Card>
  );
}

function agreement(key: string, agrees: boolean | null): KeyValue[] {
  if (agrees === null) return [];
  return [{ key, value: <StatusTag tone={agrees ? 'success' : 'warning'}>{agrees ? 'Agrees' : 'Differs'}</StatusTag> }];
}

function Holder({ heldBy }: { heldBy: NonNullable<CaseCandidate['heldBy']> }) {
  return (
    <>
      {heldBy.name}, {heldBy.strength === 'full' ? 'fully linked' : 'provisionally linked'} since <DateText value={heldBy.since} />
    </>
  );
}
