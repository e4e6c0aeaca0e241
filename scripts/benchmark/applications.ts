import type { DemoPerson } from '@/dev/demo/people';
import { findHome } from '@/lib/payments/home-queries';
import { submitApplication } from '@/lib/payments/submit-application';
import { saveStep } from '@/lib/applications/save-step';
import { startApplication } from '@/lib/applications/start-application';
import type { AnsweredStep } from '@/lib/applications/answers-model';
import { must } from '@/lib/shared/result';
import type { People } from './ground';
import { asCtx, signInAs, valueOf, type SignedIn } from './people';

const queueLength = 60;
const kind = 'continue_professional';
const personal = { addressLine1: '1 Elm Street', city: 'Hartford', state: 'CT', postalCode: '06103', phone: '8605550123' };
const disclosures = { convicted: 'no', discipline: 'no', investigation: 'no', dismissed: 'no', statement: '' };

export type Draft = { readonly educator: SignedIn; readonly ein: string; readonly reference: string };

/** Somebody with three certificates and a renewal begun. */
export async function educatorWithDraft({ educators, onRecord }: People): Promise<Draft> {
  const chosen = must(educators.find(({ story }) => story.startsWith('Two certificates')), 'the story of two certificates');
  const person = must(onRecord.find(({ ein }) => ein === chosen.ein), 'their record');
  const educator = await signInAs(person);
  const reference = must(await startRenewal(educator), 'a renewal that can be started');
  await answer(educator, reference, { personal });
  return { educator, ein: person.ein, reference };
}

/** Submitted renewals of other people, a page of the queue and a bit. */
export async function fillQueue({ educators, onRecord }: People): Promise<number> {
  const inStories = new Set(educators.map(({ ein }) => ein));
  const others = onRecord.filter((one) => !inStories.has(one.ein) && one.emailOnFile && one.certificates.length > 0);
  let submitted = 0;
  for (const person of others) {
    if (submitted === queueLength) break;
    if (!person.certificates.some(({ typeKey }) => typeKey === 'PROFESSIONAL')) continue;
    const renewal = await signedRenewal(person);
    if (!renewal) continue;
    await submit(renewal);
    submitted += 1;
  }
  return submitted;
}

export type Renewal = { readonly educator: SignedIn; readonly reference: string };

/** Answered and signed, and not submitted yet; undefined where no certificate of theirs can be renewed today. */
export async function signedRenewal(person: DemoPerson): Promise<Renewal | undefined> {
  const educator = await signInAs(person);
  const reference = await startRenewal(educator);
  if (!reference) return undefined;
  const sign = { affirmed: 'yes', signature: `${person.firstName} ${person.lastName}` };
  await answer(educator, reference, { personal, disclosures, sign });
  return { educator, reference };
}

export async function submit({ educator, reference }: Renewal): Promise<void> {
  valueOf(await submitApplication(asCtx(educator.ctx.actor), { reference }));
}

/** The reference of the draft, or undefined where no certificate of theirs can be renewed today. */
async function startRenewal({ ctx }: SignedIn): Promise<string | undefined> {
  const { certificates } = await findHome(ctx);
  for (const { number } of certificates) {
    const started = await startApplication(asCtx(ctx.actor), { kind, certificateNumber: number });
    if (started.ok) return started.value.reference;
  }
  return undefined;
}

type Answers = { readonly [S in AnsweredStep]?: Record<string, unknown> };

async function answer({ ctx }: SignedIn, reference: string, answers: Answers): Promise<void> {
  for (const step of ['personal', 'disclosures', 'sign'] as const) {
    const given = answers[step];
    if (given) valueOf(await saveStep(asCtx(ctx.actor), { reference, step, answers: given }));
  }
}
