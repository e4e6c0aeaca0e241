import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { must } from '@/lib/shared/result';

export type DemoEducator = {
  readonly story: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly ssn: string;
  readonly dateOfBirth: string;
  readonly email: string;
};
type DemoStaff = { readonly role: string; readonly username: string; readonly password: string; readonly totpSecret: string };
type DemoPeople = { readonly educators: readonly DemoEducator[]; readonly staff: readonly DemoStaff[] };

const list = (): DemoPeople =>
  JSON.parse(readFileSync(join(process.env.CECS_HOME ?? '.cecs', 'demo.json'), 'utf8')) as DemoPeople;

/** One of the made-up people with this story; each test and project takes its own, because a record is claimed once. */
export function demoEducator(story: string, which: number): DemoEducator {
  return must(list().educators.filter((one) => one.story.startsWith(story))[which], `a demo person: ${story}`);
}

export function demoStaff(role: string): DemoStaff {
  return must(list().staff.find((one) => one.role === role), `a demo ${role}`);
}
