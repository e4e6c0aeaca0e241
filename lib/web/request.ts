import 'server-only';
import { cookies, headers } from 'next/headers';
import { env } from '@/lib/env';
import type { Actor, Ctx } from '@/lib/shared/context';
import { callerAddress } from './caller-address';

/** The one clock of the web process. Time enters here and travels as an argument. */
export function clock(): Date {
  return new Date();
}

export const requestIdHeader = 'x-request-id';
export const pathHeader = 'x-cecs-path';

export async function requestId(): Promise<string> {
  return (await headers()).get(requestIdHeader) ?? crypto.randomUUID();
}

/** What to quote on the phone: the first group of the request id, as the audit trail has it too. */
export async function errorReference(): Promise<string> {
  return referenceOf(await requestId());
}

export function referenceOf(id: string): string {
  return id.slice(0, 8).toUpperCase();
}

/** The path and query that the browser asked for, as it came in (prepare-requests.ts). */
export async function requestPath(): Promise<string> {
  return (await headers()).get(pathHeader) ?? '/';
}

export async function requestCtx<A extends Actor>(actor: A): Promise<Ctx<A>> {
  return { actor, now: clock(), requestId: await requestId(), address: await requestAddress() };
}

async function requestAddress(): Promise<string | undefined> {
  return callerAddress((await headers()).get('x-forwarded-for'), env().TRUSTED_PROXY_HOPS);
}

export async function cookieValue(name: string): Promise<string | undefined> {
  return (await cookies()).get(name)?.value;
}
