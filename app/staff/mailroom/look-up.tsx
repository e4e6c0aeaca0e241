import { Alert } from '@/app/_ui/alert';
import { KeyValues } from '@/app/_ui/key-values';
import { Money } from '@/app/_ui/money';
import { DeskStatus } from '@/app/staff/status';
import { ReferenceSearch } from '@/app/staff/reference-search';
import { formatReference } from '@/lib/shared/references';
import type { Envelope } from '@/lib/staff/mailroom-queries';

type Props = {
  readonly slip: string;
  readonly problem: string | undefined;
  readonly envelope: Envelope | undefined;
};

/** Whose envelope it is, before anything is recorded. Not a step one has to take. */
export function LookUp({ slip, problem, envelope }: Props) {
  return (
    <section aria-label="Look up a slip">
      <ReferenceSearch
        action="/staff/mailroom"
        name="slip"
        label="Look up a slip"
        hint="If you want to see whose it is first. An application’s reference works too."
        typed={slip}
        problem={problem}
      />
      {envelope && <Whose envelope={envelope} />}
    </section>
  );
}

function Whose({ envelope }: { envelope: Envelope }) {
  const { slipReference, dueCents, laterCents } = envelope;
  return (
    <>
      <KeyValues
        rows={[
          { key: 'From', value: envelope.name },
          { key: 'Application', value: `${formatReference(envelope.applicationReference)}, ${envelope.kindTitle}` },
          { key: 'Status', value: <DeskStatus status={envelope.status} /> },
          { key: 'Due now', value: dueCents > 0 ? <Money amount={dueCents} /> : 'Nothing' },
          ...(laterCents > 0 ? [{ key: 'Due after approval', value: <Money amount={laterCents} /> }] : []),
        ]}
      />
      {!slipReference && (
        <Alert tone="warning">
          This application has no slip: the educator chose to pay by card, or has not chosen yet. Ask them for “Pay Later” first.
        </Alert>
      )}
    </>
  );
}
