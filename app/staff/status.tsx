import { StatusTag, type Tone } from '@/app/_ui/tag';
import type { ApplicationStatus } from '@/lib/applications/model';
import { actsNext, statusNames } from '@/lib/applications/status';

/** As the desk sees it: what waits for us stands out, what waits for the educator does not. */
export function DeskStatus({ status }: { status: ApplicationStatus }) {
  return <StatusTag tone={toneOf(status)}>{deskNames[status] ?? statusNames[status]}</StatusTag>;
}

// The agency's words speak to the educator; these two would say "your" to the wrong person.
const deskNames: Partial<Record<ApplicationStatus, string>> = {
  awaiting_payment: 'Waiting for payment',
  confirming_payment: 'Confirming a card payment',
  approved: 'Approved: to be issued',
};

function toneOf(status: ApplicationStatus): Tone {
  if (status === 'issued') return 'success';
  if (status === 'denied') return 'error';
  if (status === 'confirming_payment') return 'neutral';
  return actsNext(status) === 'bureau' ? 'info' : 'neutral';
}

const whose = { you: 'Educator', bureau: 'Bureau', nobody: 'Nobody' };

export function ActsNext({ status }: { status: ApplicationStatus }) {
  return <>{whose[actsNext(status)]}</>;
}
