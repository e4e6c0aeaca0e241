import { Card } from '@/app/_ui/card';
import { KeyValues } from '@/app/_ui/key-values';
import { ReferenceNumber } from '@/app/_ui/reference-number';
import { StatusTag } from '@/app/_ui/tag';
import type { MyRequest } from '@/lib/identity/request-queries';
import { requestPages } from '@/lib/identity/rules';
import { formatDay } from '@/lib/shared/days';
import { outcomeOf, requestTitles } from './request-wording';

/** "Your requests": what somebody asked of the Bureau, and how each of them stands. */
export function RequestList({ requests }: { readonly requests: readonly MyRequest[] }) {
  if (requests.length === 0) return null;
  return (
    <Card heading="Your requests">
      {requests.map((one) => (
        <section key={one.reference}>
          <h3>{requestTitles[one.kind]}</h3>
          <RequestFacts request={one} />
          <SendLink request={one} />
        </section>
      ))}
    </Card>
  );
}

export function RequestFacts({ request }: { readonly request: MyRequest }) {
  const { reference, openedOn, promisedBy, askedFor, documents, closedOn, resolution } = request;
  const settled = closedOn ? [{ key: 'Settled', value: `${formatDay(closedOn)}. ${outcomeOf(resolution)}` }] : [];
  return (
    <KeyValues
      rows={[
        { key: 'Case', value: <ReferenceNumber value={reference} /> },
        { key: 'Asked', value: formatDay(openedOn) },
        ...(closedOn ? [] : [{ key: 'State', value: <Waiting request={request} /> }, { key: 'You hear from us by', value: formatDay(promisedBy) }]),
        ...(askedFor && !closedOn ? [{ key: 'We asked for', value: <span className="cecs-written">{askedFor}</span> }] : []),
        ...(documents > 0 ? [{ key: 'Documents received', value: String(documents) }] : []),
        ...settled,
      ]}
    />
  );
}

function Waiting({ request: { askedFor, documents } }: { readonly request: MyRequest }) {
  if (askedFor && documents === 0) return <StatusTag tone="warning">Waiting for your document</StatusTag>;
  return <StatusTag tone="info">With the Bureau</StatusTag>;
}

function SendLink({ request: { kind, closedOn } }: { readonly request: MyRequest }) {
  if (closedOn) return null;
  const page = kind === 'confirm_identity' ? '/confirm' : kind in requestPages ? requestPages[kind as keyof typeof requestPages] : undefined;
  if (!page) return null;
  return (
    <ul className="cecs-links">
      <li>
        <a href={page}>Send a document</a>
      </li>
    </ul>
  );
}
