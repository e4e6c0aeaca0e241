import { read } from '@/db/transact';
import { saveStep } from '@/lib/applications/save-step';
import { startApplication, type StartInput } from '@/lib/applications/start-application';
import { findApplication, requirementsOf } from '@/lib/applications/steps';
import { register } from '@/lib/identity/register';
import type { Ctx, Educator, Staff } from '@/lib/shared/context';
import { day, dayInConnecticut, type Day } from '@/lib/shared/days';
import { must, type Result } from '@/lib/shared/result';
import { judgeRequirement } from '@/lib/staff/judge-requirement';
import { again, certificateOnFile, now, recordOnFile, signedInEducator } from './people';

export type Holder = { readonly ctx: Ctx<Educator>; readonly personId: string; readonly name: string; readonly certificateNumber: string };
type Held = { readonly typeKey?: string; readonly expiresOn?: Day };

function value<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`Refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

/** Somebody registered and fully linked who holds one certificate. */
export async function holder({ typeKey = 'PROFESSIONAL', expiresOn = day('2027-01-14') }: Held = {}, at: Date = now): Promise<Holder> {
  const onFile = await recordOnFile();
  const { firstName, lastName } = onFile.typed;
  const ctx = again(await signedInEducator({ firstName, lastName }), at);
  value(await register(ctx, onFile.typed));
  const { number } = await certificateOnFile(onFile.personId, { typeKey, expiresOn });
  return { ctx, personId: onFile.personId, name: `${firstName} ${lastName}`, certificateNumber: number };
}

export const initialHolder = (at?: Date) => holder({ typeKey: 'INITIAL', expiresOn: day('2030-01-14') }, at);

export const goodAnswers = {
  personal: { addressLine1: '1 Elm Street', city: 'Hartford', state: 'CT', postalCode: '06103', phone: '8605550123' },
  certificate: { endorsement: '029', program: 'A college', finishedYear: '2024', otherState: 'no' },
  endorsement: { endorsement: '030' },
  experience: { schoolMonths: '60', employer: 'Hartford', highestDegree: 'master', team: 'complete' },
  disclosures: { convicted: 'no', discipline: 'no', investigation: 'no', dismissed: 'no', statement: '' },
} as const;

/** A draft with every step answered and signed, ready to be submitted. */
export async function drafted(one: Holder, kind: StartInput['kind'], at: Date = now): Promise<string> {
  const isFirst = kind.startsWith('first_certificate') || kind === 'coaching_5yr';
  const about = isFirst ? { kind } : { kind, certificateNumber: one.certificateNumber };
  const { reference } = value(await startApplication(again(one.ctx, at), about));
  const steps = { ...goodAnswers, sign: { affirmed: 'yes', signature: one.name } };
  for (const [step, answers] of Object.entries(steps)) {
    await saveStep(again(one.ctx, at), { reference, step: must(step as 'sign', 'a step'), answers });
  }
  return reference;
}

/** What a reviewer does when all that an application needs has come: accepts each item. */
export async function acceptAll(staff: Ctx<Staff>, reference: string): Promise<void> {
  const rows = await read(staff.actor, async (tx) => {
    const found = must(await findApplication(tx, reference), 'the application');
    return requirementsOf(tx, found.id);
  });
  for (const { id } of rows) {
    value(await judgeRequirement(staff, { reference, requirement: id, verdict: 'accepted', receivedOn: dayInConnecticut(staff.now) }));
  }
}
