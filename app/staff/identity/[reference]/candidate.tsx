import { Alert } from '@/app/_ui/alert';
import { ButtonLink } from '@/app/_ui/button';
import { Card } from '@/app/_ui/card';
import { DateText } from '@/app/_ui/date-text';
import { KeyValues, type KeyValue } from '@/app/_ui/key-values';
import { ReferenceNumber } from '@/app/_ui/reference-number';
import { StatusTag, type Tone } from '@/app/_ui/tag';
import { alertWords } from '@/app/staff/identity/wording';
import type { Agreement } from '@/lib/identity/agreement';
import type { CaseCandidate, FieldEvidence } from '@/lib/identity/candidate-queries';
import { formatReference } from '@/lib/shared/references';
import { alertsOf } from '@/lib/staff/case-rules';

/** One record, what of it agrees with what was typed, and what to look out for. */
export function Candidate({ one, reference }: { one: CaseCandidate; reference?: string }) {
  const { heldBy, isDisavowed, isMerged, evidence, maskedSsn } = one;
  const alerts = alertsOf({ evidence, maskedSsn, isDisavowed, isMerged, isHeld: heldBy !== null });
  return (
    <Card heading={one.name} aside={reference && <RecordLink reference={reference} ein={one.ein} />}>
      {alerts.length > 0 && (
        <Alert tone="warning">
          {alerts.map((alert) => (
            <p key={alert} className="usa-alert__text">
              {alertWords[alert]}
            </p>
          ))}
        </Alert>
      )}
      <KeyValues
        rows={[
          { key: 'EIN', value: <ReferenceNumber value={one.ein} group={10} /> },
          ...(one.previousLastNames.length > 0 ? [{ key: 'Earlier last names', value: one.previousLastNames.join(', ') }] : []),
          { key: 'SSN on file', value: <span className="cecs-reference">{one.maskedSsn ?? 'None'}</span> },
          ...(one.evidence ? agreements(one.evidence) : []),
          ...(one.certificateNumbers.length > 0
            ? [{ key: 'Certificates', value: one.certificateNumbers.map(formatReference).join(', ') }]
            : []),
          { key: 'Held by', value: heldBy ? <Holder heldBy={heldBy} /> : 'Nobody yet' },
        ]}
      />
    </Card>
  );
}

function RecordLink({ reference, ein }: { reference: string; ein: string }) {
  return (
    <ButtonLink look="quiet" href={`/staff/identity/${reference}/record/${ein}`}>
      Open record
    </ButtonLink>
  );
}

const fields: Readonly<Record<keyof FieldEvidence, string>> = {
  ssn: 'SSN',
  birthDate: 'Birth date',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'Email address',
};

const words: Readonly<Record<Agreement, { readonly tone: Tone; readonly word: string }>> = {
  equal: { tone: 'success', word: 'Agrees' },
  near: { tone: 'info', word: 'Nearly agrees' },
  differs: { tone: 'warning', word: 'Differs' },
};

function agreements(evidence: FieldEvidence): KeyValue[] {
  return Object.entries(fields).map(([field, key]) => {
    const { tone, word } = words[evidence[field as keyof FieldEvidence]];
    return { key, value: <StatusTag tone={tone}>{word}</StatusTag> };
  });
}

function Holder({ heldBy }: { heldBy: NonNullable<CaseCandidate['heldBy']> }) {
  return (
    <>
      {heldBy.name}, {heldBy.strength === 'full' ? 'fully linked' : 'provisionally linked'} since <DateText value={heldBy.since} />
    </>
  );
}
