import 'server-only';
import { revalidatePath } from 'next/cache';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import * as z from 'zod/mini';
import { holdForm } from '@/lib/accounts/held-forms';
import { appOrigin } from '@/lib/env';
import { anyone, type Anyone, type Ctx, type Educator, type Newcomer, type Staff } from '@/lib/shared/context';
import type { Result } from '@/lib/shared/result';
import { formValues, type FormState } from './form-state';
import { keptValues } from './kept-values';
import { clock, requestCtx, requestPath } from './request';
import { setResponseStatus } from './response-status';
import { currentSignIn, educatorOf, newcomerOf, staffOf } from './session';
import { clearBrowserCookie, heldFormCookie, sessionToken, setBrowserCookie } from './session-cookies';

type Actors = { anyone: Anyone; newcomer: Newcomer; educator: Educator; staff: Staff };

type CodeOf<E> = E extends string ? E : E extends { code: infer C extends string } ? C : never;
type FactsOf<E, C extends string> = Extract<E, { code: C }>;
type Sentence<E, C extends string> = string | ((facts: FactsOf<E, C>) => string);

type Posted = Readonly<Record<string, string | string[]>>;

export type ActionSpec<A extends keyof Actors, S extends z.ZodMiniType, T, E> = {
  /** Who may post it. "anyone" says why in a comment. */
  readonly actor: A;
  readonly input: S;
  /** Fields that may be shown or kept again after a refusal, if need be by what is in them. Passwords and SSNs are never among them. */
  readonly keep: readonly string[] | ((typed: Posted) => readonly string[]);
  readonly run: (ctx: Ctx<Actors[A]>, input: z.output<S>) => Promise<Result<T, E>>;
  /** A sentence for every code the command can answer; a new code does not compile until somebody writes it. */
  readonly messages: { readonly [C in CodeOf<E>]: Sentence<E, C> };
  /** Which field a refusal is about, where it is about one. */
  readonly fields?: { readonly [C in CodeOf<E>]?: string };
  readonly onOk: (value: T, ctx: Ctx<Actors[A]>) => Promise<FormState | undefined>;
  /** On the way back to a form that is still to be filled in again. */
  readonly keepHeldForm?: boolean;
  /** Answers no sooner than this, so that the time taken tells nothing about the outcome. */
  readonly evenMillis?: number;
};

export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** The only shape of a server action: origin, actor, input, command, sentence or redirect. No catch: bugs reach the error page. */
export function defineAction<A extends keyof Actors, S extends z.ZodMiniType, T, E>(
  spec: ActionSpec<A, S, T, E>,
): FormAction {
  return async (_previous, form) => {
    const started = performance.now();
    const values = formValues(form);
    const kept = keptValues(values, typeof spec.keep === 'function' ? spec.keep(values) : spec.keep);
    if (!(await isFromHere())) return refused('This form was sent from another site. Open it here and send it again.', kept, 403);
    const actor = await actorFor(spec.actor);
    if (!actor) return hold(kept);
    const parsed = spec.input.safeParse(values);
    if (!parsed.success) return invalid(z.flattenError(parsed.error), kept);
    const ctx = await requestCtx(actor);
    const result = await spec.run(ctx, parsed.data);
    await evenOut(started, spec.evenMillis);
    if (!result.ok) return explain(spec, result.error, kept);
    if (!spec.keepHeldForm) await clearBrowserCookie(heldFormCookie);
    // What the browser keeps of earlier pages is out of date now: Back must show what was saved.
    revalidatePath('/', 'layout');
    return (await spec.onOk(result.value, ctx)) ?? { status: 'idle' };
  };
}

// Next lets a post without an Origin through with a warning; browsers always send one with a form.
async function isFromHere(): Promise<boolean> {
  return (await headers()).get('origin') === appOrigin();
}

async function actorFor<A extends keyof Actors>(kind: A): Promise<Actors[A] | undefined>;
async function actorFor(kind: keyof Actors): Promise<Actors[keyof Actors] | undefined> {
  if (kind === 'anyone') return anyone;
  const signedIn = await currentSignIn();
  if (kind === 'educator') return educatorOf(signedIn);
  return kind === 'staff' ? staffOf(signedIn) : newcomerOf(signedIn);
}

// The sign-in has ended under the form: what was typed waits until they are back.
async function hold(values: Record<string, string | string[]>): Promise<never> {
  const path = await requestPath();
  const { token } = await holdForm(clock(), { path, values, endedSessionToken: await sessionToken() });
  await setBrowserCookie(heldFormCookie, token, 60);
  redirect('/login?kept=1');
}

async function invalid(errors: z.core.$ZodFlattenedError<unknown>, values: Record<string, string | string[]>): Promise<FormState> {
  await setResponseStatus(422);
  const fieldErrors = errors.fieldErrors as Record<string, string[]>;
  const [first] = errors.formErrors;
  if (first && Object.keys(fieldErrors).length === 0) return { status: 'refused', message: first, values };
  return { status: 'invalid', fieldErrors, values };
}

async function refused(message: string, values: Record<string, string | string[]>, status: 403 | 422): Promise<FormState> {
  await setResponseStatus(status);
  return { status: 'refused', message, values };
}

async function explain<A extends keyof Actors, S extends z.ZodMiniType, T, E>(
  spec: ActionSpec<A, S, T, E>,
  error: E,
  values: Record<string, string | string[]>,
): Promise<FormState> {
  const code = (typeof error === 'string' ? error : (error as { code: string }).code) as CodeOf<E>;
  const sentence = spec.messages[code] as string | ((facts: E) => string);
  const message = typeof sentence === 'string' ? sentence : sentence(error);
  const field = spec.fields?.[code];
  if (!field) return refused(message, values, 422);
  await setResponseStatus(422);
  return { status: 'invalid', fieldErrors: { [field]: [message] }, values };
}

async function evenOut(started: number, least = 0): Promise<void> {
  const left = least - (performance.now() - started);
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}
