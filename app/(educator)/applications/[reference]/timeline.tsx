import type { TimelineStep } from '@/app/_ui/timeline';
import { DateText } from '@/app/_ui/date-text';
import type { ApplicationView } from '@/lib/payments/application-queries';

/** The road of an application, with where it stands now. */
export function timelineOf(view: ApplicationView): TimelineStep[] {
  const { application, obligations, decision } = view;
  const { status } = application;
  const isFree = obligations.length === 0;
  const isDenied = status === 'denied';
  const isIssued = status === 'issued';
  return [
    { title: 'Submitted', state: 'done', when: application.submittedAt && <DateText value={application.submittedAt} /> },
    ...(isFree ? [] : [{ title: 'Payment received', ...paymentState(view) }]),
    {
      title: 'Reviewed by the Bureau',
      state: decision ? 'done' : application.queuedOn ? 'current' : 'upcoming',
      when: decision ? <DateText value={decision.decidedAt} /> : application.queuedOn && <InQueue on={application.queuedOn} />,
    },
    {
      title: isDenied ? 'Denied' : application.kind === 'duplicate' ? 'Duplicate mailed' : 'Certificate issued',
      state: isDenied ? 'stopped' : isIssued ? 'done' : decision ? 'current' : 'upcoming',
      when: application.closedAt && <DateText value={application.closedAt} />,
    },
  ];
}

function InQueue({ on }: { on: NonNullable<ApplicationView['application']['queuedOn']> }) {
  return (
    <>
      In the queue since <DateText value={on} />
    </>
  );
}

function paymentState({ obligations, receipts }: ApplicationView): Pick<TimelineStep, 'state' | 'when'> {
  const isPaid = obligations.filter((one) => one.isDue).every((one) => one.openCents <= 0);
  const last = receipts[0];
  return isPaid ? { state: 'done', when: last && <DateText value={last.issuedAt} /> } : { state: 'current' };
}
