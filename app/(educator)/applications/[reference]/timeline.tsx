import type { TimelineStep } from '@/app/_ui/timeline';
import { DateText } from '@/app/_ui/date-text';
import type { ApplicationView } from '@/lib/payments/application-queries';

/** The road of an application, with where it stands now. */
export function timelineOf(view: ApplicationView): TimelineStep[] {
  const { application, obligations, decision } = view;
  const isFree = obligations.length === 0;
  return [
    { title: 'Submitted', state: 'done', when: application.submittedAt && <DateText value={application.submittedAt} /> },
    ...(isFree ? [] : [paymentOf(view)]),
    {
      title: decision ? 'Reviewed by the Bureau' : 'Review by the Bureau',
      state: decision ? 'done' : application.queuedOn ? 'current' : 'upcoming',
      when: decision ? <DateText value={decision.decidedAt} /> : application.queuedOn && <InQueue on={application.queuedOn} />,
    },
    { ...endOf(view), when: application.closedAt && <DateText value={application.closedAt} /> },
  ];
}

function endOf({ application, decision }: ApplicationView): Pick<TimelineStep, 'title' | 'state'> {
  if (application.status === 'denied') return { title: 'Denied', state: 'stopped' };
  const title = application.kind === 'duplicate' ? 'Duplicate mailed' : 'Certificate issued';
  if (application.status === 'issued') return { title, state: 'done' };
  return { title, state: decision ? 'current' : 'upcoming' };
}

function InQueue({ on }: { on: NonNullable<ApplicationView['application']['queuedOn']> }) {
  return (
    <>
      In the queue since <DateText value={on} />
    </>
  );
}

function paymentOf({ obligations, receipts }: ApplicationView): TimelineStep {
  const isPaid = obligations.filter((one) => one.isDue).every((one) => one.openCents <= 0);
  const last = receipts[0];
  if (!isPaid) return { title: 'Payment', state: 'current' };
  return { title: 'Payment received', state: 'done', when: last && <DateText value={last.issuedAt} /> };
}
