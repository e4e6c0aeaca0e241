import { eq } from 'drizzle-orm';
import { database } from '@/db/client';
import { identityCase } from '@/db/schema/identity';
import { acknowledge } from '@/lib/accounts/acknowledge';
import { changePassword } from '@/lib/accounts/change-password';
import { forgotPassword } from '@/lib/accounts/forgot-password';
import { forgotUsername } from '@/lib/accounts/forgot-username';
import { holdForm } from '@/lib/accounts/held-forms';
import { setPassword } from '@/lib/accounts/set-password';
import { signIn } from '@/lib/accounts/sign-in';
import { findCase, findOpenCases } from '@/lib/identity/case-queries';
import { changeLastName } from '@/lib/identity/change-last-name';
import { findMyProfile } from '@/lib/identity/contact-queries';
import { lostEmailInput, registerInput } from '@/lib/identity/model';
import { answerRegistration } from '@/lib/identity/answer-registration';
import { register } from '@/lib/identity/register';
import { reportLostEmail } from '@/lib/identity/report-lost-email';
import { findApplicationView } from '@/lib/payments/application-queries';
import { findHome } from '@/lib/payments/home-queries';
import { receiveEvent } from '@/lib/payments/receive-event';
import { submitApplication } from '@/lib/payments/submit-application';
import type { Ctx, Educator } from '@/lib/shared/context';
import { day, type Day } from '@/lib/shared/days';
import { must } from '@/lib/shared/result';
import { findDesk } from '@/lib/staff/desk-queries';
import { issueCertificate } from '@/lib/staff/issue-certificate';
import { openApplication } from '@/lib/staff/open-application';
import { openCase } from '@/lib/staff/open-case';
import { findQueue } from '@/lib/staff/queries';
import { importRows, rowOf } from '@/tests/integration/certificates/registry-rows';
import { approve, value } from '@/tests/integration/staff/filed';
import type { Rig } from '@/tests/integration/payments-stand-in/rig';
import { asAnyone, firstSignIn, later, settledEducator, signedUp, type SignedUp } from '@/tests/support/accounts';
import { drafted } from '@/tests/support/applications';
import { codeIn, deliverMail, type Letters } from '@/tests/support/mail';
import { nowReally, opened, payWith } from '@/tests/support/payments';
import { again, certificateOnFile, recordOnFile, signedInEducator, signedInStaff } from '@/tests/support/people';

/** A person whose secrets are easy to recognise wherever they turn up. */
export const canary = {
  firstName: 'Nora',
  lastName: 'Newman',
  email: 'canary@example.test',
  ssn: '412157391',
  birthDate: '1957-03-08' as Day,
  password: 'Quokka velvet thunder 8261',
  newPassword: 'Marzipan lantern orbit 5473',
} as const;

/** What an import, a wrong SSN's owner and the canary have in common. */
const onRecord = { ...canary, birthDate: day(canary.birthDate) };

const typed = (more: { lastName?: string; birthDateDay?: string } = {}) => {
  const [birthDateYear = '', birthDateMonth = '', birthDateDay = ''] = canary.birthDate.split('-');
  const { firstName, lastName, email, ssn } = canary;
  return registerInput.parse({ firstName, lastName, email, ssn, birthDateYear, birthDateMonth, birthDateDay, ...more });
};

/** A secret that only this run knows. */
export type Minted = { readonly name: string; readonly text: string };

/** Everything people on screens were shown, for the same search. */
export type Told = { readonly minted: readonly Minted[]; readonly shown: readonly unknown[]; readonly accountId: string };

export async function liveThroughEverything(letters: Letters, rig: Rig): Promise<Told> {
  const one = await signedUp(letters, canary.email);
  const ctx = await enterFirst(one);
  const { personId } = await recordOnFile(onRecord);
  value(await register(ctx.educator, typed()));
  const shown = [
    ...(await askedAgainByOthers()),
    ...(await appliedAndPaid({ ctx: ctx.educator, personId }, rig)),
    ...(await lookedAtByStaff()),
  ];
  const refused = await changeLastName(again(ctx.educator), { lastName: 'Rivera', birthDate: typed().birthDate });
  const passwords = await changeOfPasswords(one, ctx.educator, letters);
  await deliverMail(nowReally());
  const minted = [...ctx.minted, ...passwords, { name: 'sign-up token', text: one.signUpToken }];
  return { minted, shown: [...shown, refused], accountId: ctx.educator.actor.accountId };
}

async function enterFirst(one: SignedUp): Promise<{ educator: Ctx<Educator>; minted: Minted[] }> {
  await signIn(asAnyone(), { username: one.username, password: canary.password });
  const half = await firstSignIn(one);
  await setPassword(half, { temporaryPassword: one.temporaryPassword, newPassword: 'passwordpassword' });
  const { token, sessionId } = value(await setPassword(half, { temporaryPassword: one.temporaryPassword, newPassword: canary.password }));
  const educator = again({ ...asAnyone(), actor: { kind: 'educator', accountId: half.actor.accountId, sessionId } });
  await acknowledge(educator, { version: 1 });
  const values = { employer: 'Hartford' };
  const held = await holdForm(later(1), { path: '/applications/A1/experience', values, endedSessionToken: token });
  return {
    educator,
    minted: [
      { name: 'temporary password', text: one.temporaryPassword },
      { name: 'cookie', text: token },
      { name: 'token of a held form', text: held.token },
    ],
  };
}

/** Review, conflict and a claimed record: the same SSN by other accounts, and twice in an import. */
async function askedAgainByOthers(): Promise<unknown[]> {
  const answers: unknown[] = [];
  for (const about of [{ birthDateDay: '9' }, {}]) {
    const ctx = await signedInEducator();
    answers.push(await register(ctx, typed(about)), await answerRegistration(again(ctx), { everHeld: 'not_sure' }));
  }
  const [, month = '', dayOfMonth = ''] = canary.birthDate.split('-');
  const row = { ...rowOf(), ssn: canary.ssn, date_of_birth: `${month}/${dayOfMonth}/1957` };
  const iso = { ...rowOf(), ssn: canary.ssn, date_of_birth: canary.birthDate };
  return [...answers, await importRows([iso, row, { ...iso, ein: 'wrong' }])];
}

async function appliedAndPaid({ ctx, personId }: { ctx: Ctx<Educator>; personId: string }, rig: Rig): Promise<unknown[]> {
  const { number } = await certificateOnFile(personId, { typeKey: 'INITIAL', expiresOn: day('2030-01-14') });
  const name = `${canary.firstName} ${canary.lastName}`;
  const reference = await drafted({ ctx, personId, name, certificateNumber: number }, 'advance_to_professional');
  value(await submitApplication(again(ctx), { reference }));
  await payWith(rig, await opened({ ctx, reference }), '4000056655665556');
  await takeNews(rig);
  await payWith(rig, await opened({ ctx, reference }), '4242424242424242');
  await takeNews(rig);
  const staff = again(await signedInStaff('supervisor'), nowReally());
  const desk = [value(await openApplication(staff, { reference, openedFor: 'call' })), await findDesk(staff, reference)];
  await approve(again(staff, nowReally()), { reference });
  value(await issueCertificate(again(staff, nowReally()), { reference }));
  const mine = [await findHome(again(ctx)), await findMyProfile(again(ctx)), await findApplicationView(again(ctx), reference)];
  return [...desk, await findQueue(staff), ...mine];
}

/** What the card processor has to tell, then all the work and mail that follows from it. */
async function takeNews(rig: Rig): Promise<void> {
  await rig.control('POST', 'deliveries/flush');
  for (const call of rig.receiver.received.splice(0)) value(await receiveEvent(asAnyone(nowReally()), call));
  await deliverMail(nowReally());
}

async function lookedAtByStaff(): Promise<unknown[]> {
  const empty = { username: '', oldEmail: canary.email, phone: '', message: 'The school closed.' };
  const { firstName, lastName } = canary;
  const lost = lostEmailInput.parse({ ...empty, firstName, lastName, newEmail: 'canary.new@example.test' });
  value(await reportLostEmail(asAnyone(), lost));
  const staff = await signedInStaff('reviewer');
  const open = await findOpenCases(staff);
  const shown: unknown[] = [open];
  for (const { reference } of open) {
    value(await openCase(again(staff), { reference }));
    shown.push(await findCase(staff, reference));
  }
  return shown;
}

async function changeOfPasswords(one: SignedUp, ctx: Ctx<Educator>, letters: Letters): Promise<Minted[]> {
  await changePassword(again(ctx), { currentPassword: canary.newPassword, newPassword: canary.newPassword });
  const changed = value(await changePassword(again(ctx), { currentPassword: canary.password, newPassword: canary.newPassword }));
  await forgotUsername(asAnyone(later(30)), { email: one.email });
  await forgotPassword(asAnyone(later(30)), { username: one.email });
  await deliverMail(later(30));
  const second = codeIn(letters.to(one.email).findLast((mail) => /new CECS temporary password/.test(mail.subject)));
  return [
    { name: 'second cookie', text: changed.token },
    { name: 'second temporary password', text: second },
  ];
}

/** Registers while the table behind it is gone, as a defect or an outage would have it, and answers what was thrown. */
export async function registeringInAnOutage(letters: Letters, away: () => Promise<void>, back: () => Promise<void>): Promise<unknown> {
  const { ctx } = await settledEducator(letters, undefined, later(1));
  await away();
  try {
    await register(ctx, typed());
    return undefined;
  } catch (thrown) {
    return thrown;
  } finally {
    await back();
  }
}

export async function casesOpened(): Promise<readonly string[]> {
  const rows = await database().select({ kind: identityCase.kind }).from(identityCase).where(eq(identityCase.openedAt, later(0)));
  return must(rows.length > 0 ? rows : undefined, 'cases').map((row) => row.kind).sort();
}
