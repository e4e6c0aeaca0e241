import 'server-only';
import { forbidden, redirect } from 'next/navigation';
import { cache } from 'react';
import { heldFormPath, takeHeldForm, type HeldValues } from '@/lib/accounts/held-forms';
import { liveSession } from '@/lib/accounts/live-session';
import type { SignIn } from '@/lib/accounts/model';
import type { Ctx, Educator, Newcomer, Staff } from '@/lib/shared/context';
import { allows, type Permission } from '@/lib/shared/permissions';
import { clock, cookieValue, requestCtx, requestPath } from './request';
import { heldFormCookie, sessionToken } from './session-cookies';

/** Who is signed in, asked of the database once per request. */
export const currentSignIn = cache(async (): Promise<SignIn | undefined> => {
  const token = await sessionToken();
  return token ? liveSession(token, clock()) : undefined;
});

export function educatorOf(signedIn: SignIn | undefined): Educator | undefined {
  if (signedIn?.stage !== 'full' || signedIn.kind !== 'educator') return undefined;
  return { kind: 'educator', accountId: signedIn.accountId, sessionId: signedIn.sessionId };
}

export function staffOf(signedIn: SignIn | undefined): Staff | undefined {
  if (signedIn?.stage !== 'full' || signedIn.kind !== 'staff') return undefined;
  const { accountId, sessionId, roles } = signedIn;
  return { kind: 'staff', accountId, sessionId, roles };
}

export function newcomerOf(signedIn: SignIn | undefined): Newcomer | undefined {
  if (!signedIn || signedIn.stage === 'full') return undefined;
  return { kind: 'newcomer', accountId: signedIn.accountId, sessionId: signedIn.sessionId };
}

/** Where somebody signed in has to go before anything else, or undefined when nothing stands in the way. */
export function nextStepOf(signedIn: SignIn): string | undefined {
  if (signedIn.stage === 'set_password') return '/set-password';
  if (signedIn.stage === 'totp') return '/login/code';
  if (signedIn.kind === 'staff') return undefined;
  if (signedIn.asked) return '/register/more';
  if (!signedIn.registered) return '/register';
  return signedIn.acknowledged ? undefined : '/acknowledge';
}

/** For pages of an educator who may be anywhere between password and home. */
export async function requireEducatorAt(step: '/register' | '/register/more' | '/acknowledge'): Promise<Ctx<Educator>> {
  const signedIn = await currentSignIn();
  const educator = educatorOf(signedIn);
  if (!signedIn || !educator) return turnAway(signedIn);
  const next = nextStepOf(signedIn);
  const goesBack = step === '/register' && next === '/register/more';
  if (next !== step && !goesBack) redirect(next ?? '/home');
  return requestCtx(educator);
}

/** For every page of an educator: signed in, registered, acknowledged. */
export async function requireEducator(): Promise<Ctx<Educator>> {
  const signedIn = await currentSignIn();
  const educator = educatorOf(signedIn);
  if (!signedIn || !educator) return turnAway(signedIn);
  const next = nextStepOf(signedIn);
  if (next) redirect(next === '/acknowledge' ? await acknowledgeThenHere() : next);
  return requestCtx(educator);
}

async function acknowledgeThenHere(): Promise<string> {
  const here = await requestPath();
  return here === '/home' ? '/acknowledge' : `/acknowledge?continue=${encodeURIComponent(here)}`;
}

export async function requireNewcomer(stage: Exclude<SignIn['stage'], 'full'>): Promise<Ctx<Newcomer>> {
  const signedIn = await currentSignIn();
  const newcomer = newcomerOf(signedIn);
  if (!newcomer || signedIn?.stage !== stage) return turnAway(signedIn);
  return requestCtx(newcomer);
}

/** The page-side half of a permission: commands decide again for themselves. */
export async function requireStaff(permission: Permission): Promise<Ctx<Staff>> {
  const signedIn = await currentSignIn();
  const staff = staffOf(signedIn);
  if (!staff) return turnAway(signedIn);
  if (!allows(staff, permission)) forbidden();
  return requestCtx(staff);
}

async function turnAway(signedIn: SignIn | undefined): Promise<never> {
  if (!signedIn) redirect(`/login?continue=${encodeURIComponent(await requestPath())}`);
  redirect(nextStepOf(signedIn) ?? (signedIn.kind === 'staff' ? '/staff' : '/home'));
}

/** What was typed into this page's form before the sign-in ended, so that nothing is lost. */
export async function heldValues(ctx: Ctx<Educator | Staff>): Promise<HeldValues | undefined> {
  const token = await cookieValue(heldFormCookie);
  return token ? takeHeldForm(ctx, token, await requestPath()) : undefined;
}

/** Where the form is that they could not finish, if there is one. */
export async function pathOfHeldForm(ctx: Ctx<Educator | Staff>): Promise<string | undefined> {
  const token = await cookieValue(heldFormCookie);
  return token ? heldFormPath(ctx, token) : undefined;
}
