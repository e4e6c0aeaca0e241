import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { must } from '@/lib/shared/result';

/** Where the system under test keeps its state. */
export const cecsHome = resolve(process.env.CECS_HOME ?? '.cecs');

/** A file that the tests of one run share. */
export function sharedFile(name: string): string {
  const folder = join(cecsHome, 'shared-by-tests');
  mkdirSync(folder, { recursive: true });
  return join(folder, name);
}

export type StaffMember = {
  readonly role: string;
  readonly username: string;
  readonly password: string;
  readonly totpSecret: string;
};

/** One of the made-up staff of /demo. */
export function staffMember(role: string): StaffMember {
  const { staff } = JSON.parse(readFileSync(join(cecsHome, 'demo.json'), 'utf8')) as { staff: StaffMember[] };
  return must(staff.find((one) => one.role === role), `a ${role} among the demo staff`);
}

/** Where the payment stand-in answers, and its key. */
export function paymentStandIn(): { readonly origin: string; readonly key: string } {
  const read = (name: string) => JSON.parse(readFileSync(join(cecsHome, name), 'utf8')) as Record<string, string>;
  return { origin: `http://127.0.0.1:${read('ports.json').payments}`, key: must(read('keys.json').STRIPE_SECRET_KEY, 'a key') };
}
