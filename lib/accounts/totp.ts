import 'server-only';
import { generateSecret, generateURI, verify } from 'otplib';
import { secret, type Secret } from '@/lib/shared/secret';

export const totpStepSeconds = 30;

export function newTotpSecret(): Secret {
  return secret(generateSecret({ length: 20 }));
}

/** What an authenticator app scans. */
export function totpUri(held: Secret, label: string): string {
  return generateURI({ issuer: 'Connecticut CECS', label, secret: held.reveal() });
}

/** The step a code belongs to, one step either way of now, or undefined where the code is wrong or was used before. */
export async function acceptedStep(held: Secret, code: string, now: Date, lastStep: number | null): Promise<number | undefined> {
  const epoch = Math.floor(now.getTime() / 1000);
  const result = await verify({ secret: held.reveal(), token: code, epoch, epochTolerance: totpStepSeconds });
  if (!result.valid || !('timeStep' in result)) return undefined;
  const step = result.timeStep;
  return lastStep !== null && step <= lastStep ? undefined : step;
}
