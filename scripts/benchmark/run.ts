import { availableParallelism, cpus } from 'node:os';
import { must } from '@/lib/shared/result';
import { presentChromium } from '@/scripts/test/find-chromium.mjs';
import { educatorWithDraft, fillQueue, type Draft } from './applications';
import type { Findings, Size } from './findings';
import { needsWeb, type BenchmarkPart, type Plan } from './flags';
import { prepareGround, type Ground } from './ground';
import { homeQueriesOf } from './home-queries';
import { measureImport } from './import';
import { startGenerator, type Generator } from './load';
import { measureLogin } from './login-cost';
import { measureLookUp, type LookUp } from './look-up';
import { weighPages } from './page-weight';
import { signInStaff } from './people';
import { measureProbes } from './probes';
import { residentBytes } from './process-cost';
import { measureRenewals } from './renewals';
import { reportLines } from './report';
import { buildBareApp, startFrameworkFloor, startOurs, startWireFloor, type Server } from './servers';
import { measureSpeed } from './speed';
import { readableTables } from './tables';
import { targetsOf, type Servers, type Target } from './targets';

/** Everything, in order. Returns what goes to standard output: tables, then the JSON report as its last line. */
export async function runBenchmarks(plan: Plan, given: Pick<Ground, 'say' | 'abort' | 'stops'>): Promise<string> {
  // A browser that was named and is not there ends the run: before anything has been started.
  const chromium = (await presentChromium()) || undefined;
  const forWeb = needsWeb(plan);
  const ground = await prepareGround(given, { forWeb });
  const draft = await educatorWithDraft(ground.people);
  const found: Findings = {
    ...(forWeb && (await measureWeb(plan, ground, { draft, chromium }))),
    ...(await measureDatabase(plan, ground, draft)),
  };
  const lines = reportLines(found);
  const machine = { at: new Date().toISOString(), node: process.version, cpus: availableParallelism(), cpu: cpus()[0]?.model };
  return `${readableTables(found, lines)}\n\n${JSON.stringify({ benchmark: 'cecs', quick: plan.quick, ...machine, lines })}\n`;
}

type Standing = { readonly draft: Draft; readonly chromium: string | undefined };

async function measureWeb(plan: Plan, ground: Ground, { draft, chromium }: Standing): Promise<Findings> {
  const tokens = { draft, staffToken: await signInStaff(ground.people) };
  ground.say(`${await fillQueue(ground.people)} applications wait in the queue`);
  const { count, groups } = await homeQueriesOf(ground, draft);
  ground.say('The home page was listened to; building the bare Next app');
  await buildBareApp(ground);
  const servers: Servers = {
    ours: await startOurs(ground, ground.databaseUrl),
    wire: await startWireFloor(ground, groups),
    framework: await startFrameworkFloor(ground, groups),
  };
  const { ours, framework } = servers;
  const idle = { ours: residentBytes(ours.pid), framework: residentBytes(framework.pid) };
  const measured = await measurePages(plan, ground, { targets: targetsOf(servers, tokens), chromium });
  return { homeQueries: count, ours: sizeOf(ours, idle.ours), framework: sizeOf(framework, idle.framework), ...measured };
}

type Asked = { readonly targets: readonly Target[]; readonly chromium: string | undefined };

async function measurePages(plan: Plan, ground: Ground, { targets, chromium }: Asked): Promise<Findings> {
  const wants = (part: BenchmarkPart): boolean => plan.parts.includes(part);
  const generator = startGenerator(ground.abort);
  ground.stops.push(generator.stop);
  return {
    ...(wants('weights') && { weights: await weigh(ground, targets, chromium) }),
    ...(wants('speed') && { speeds: await hurry(ground, targets, { generator, plan }) }),
    ...(wants('login') && { login: await logIn(ground, targets, { generator, plan }) }),
    ...(wants('probes') && { probings: await probe(ground, targets) }),
  };
}

async function measureDatabase({ parts, educators, imported, renewals }: Plan, ground: Ground, draft: Draft): Promise<Findings> {
  return {
    ...(parts.includes('look-up') && { lookUps: await lookUp(ground, draft, educators) }),
    ...(parts.includes('renewals') && { renewing: await measureRenewals(ground, renewals) }),
    ...(parts.includes('import') && { imported: await measureImport(ground, imported) }),
  };
}

function weigh({ say }: Ground, targets: readonly Target[], chromium: string | undefined) {
  say('Weighing the pages');
  return weighPages(targets.filter(({ key }) => key !== 'wire'), chromium);
}

type Means = { readonly generator: Generator; readonly plan: Plan };

function hurry({ say }: Ground, targets: readonly Target[], { generator, plan }: Means) {
  say(`Measuring speed: ${targets.length} targets in turn, ${plan.rounds} rounds of ${plan.turnMillis / 1000} s each`);
  return measureSpeed(targets, generator, plan);
}

function logIn({ say, env }: Ground, targets: readonly Target[], { generator, plan }: Means) {
  say('Logging in while others read');
  const home = must(targets.find(({ key }) => key === 'home'), 'the home page');
  return measureLogin(home, env.APP_URL ?? '', { generator, plan });
}

function probe(ground: Ground, targets: readonly Target[]) {
  ground.say('Probing Register: 600 of each outcome');
  return measureProbes(ground, must(targets.find(({ key }) => key === 'home'), 'the home page').server.origin);
}

async function lookUp(ground: Ground, draft: Draft, sizes: readonly number[]): Promise<LookUp[]> {
  const found: LookUp[] = [];
  for (const educators of sizes) {
    ground.say(`Looking people up among ${educators.toLocaleString('en-US')}`);
    found.push(await measureLookUp(ground, draft.educator, educators));
  }
  return found;
}

function sizeOf({ pid, startMillis }: Server, idleBytes: number | undefined): Size {
  return { startMillis, idleBytes, loadedBytes: residentBytes(pid) };
}
