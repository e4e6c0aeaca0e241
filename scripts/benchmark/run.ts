import { availableParallelism, cpus } from 'node:os';
import { must } from '@/lib/shared/result';
import { presentChromium } from '@/scripts/test/find-chromium.mjs';
import { educatorWithDraft, fillQueue } from './applications';
import type { Findings, Size } from './findings';
import type { BenchmarkPart, Plan } from './flags';
import { prepareGround, type Ground } from './ground';
import { homeQueriesOf } from './home-queries';
import { startGenerator, type Generator } from './load';
import { measureLogin } from './login-cost';
import { measureLookUp, type LookUp } from './look-up';
import { weighPages } from './page-weight';
import { signInStaff } from './people';
import { residentBytes } from './process-cost';
import { reportLines } from './report';
import { buildBareApp, startFrameworkFloor, startOurs, startWireFloor, type Server } from './servers';
import { measureSpeed } from './speed';
import { readableTables } from './tables';
import { targetsOf, type Servers, type Target, type Tokens } from './targets';

/** Everything, in order. Returns what goes to standard output: tables, then the JSON report as its last line. */
export async function runBenchmarks(plan: Plan, given: Pick<Ground, 'say' | 'abort' | 'stops'>): Promise<string> {
  // A browser that was named and is not there ends the run: before anything has been started.
  const chromium = (await presentChromium()) || undefined;
  const ground = await prepareGround(given);
  const tokens = await signEverybodyIn(ground);
  const { count, groups } = await homeQueriesOf(ground, tokens.draft);
  ground.say('The home page was listened to; building the bare Next app');
  await buildBareApp(ground);
  const servers: Servers = {
    ours: await startOurs(ground, ground.databaseUrl),
    wire: await startWireFloor(ground, groups),
    framework: await startFrameworkFloor(ground, groups),
  };
  const { ours, framework } = servers;
  const idle = { ours: residentBytes(ours.pid), framework: residentBytes(framework.pid) };
  const measured = await measure(plan, ground, { servers, tokens, chromium });
  const found: Findings = {
    homeQueries: count,
    ours: sizeOf(ours, idle.ours),
    framework: sizeOf(framework, idle.framework),
    ...measured,
  };
  const lines = reportLines(found);
  const machine = { at: new Date().toISOString(), node: process.version, cpus: availableParallelism(), cpu: cpus()[0]?.model };
  return `${readableTables(found, lines)}\n\n${JSON.stringify({ benchmark: 'cecs', quick: plan.quick, ...machine, lines })}\n`;
}

async function signEverybodyIn({ people, say }: Ground): Promise<Tokens> {
  const tokens = { draft: await educatorWithDraft(people), staffToken: await signInStaff(people) };
  say(`${await fillQueue(people)} applications wait in the queue`);
  return tokens;
}

type Standing = { readonly servers: Servers; readonly tokens: Tokens; readonly chromium: string | undefined };

async function measure(plan: Plan, ground: Ground, { servers, tokens, chromium }: Standing): Promise<Partial<Findings>> {
  const targets = targetsOf(servers, tokens);
  const wants = (part: BenchmarkPart): boolean => plan.parts.includes(part);
  const generator = startGenerator(ground.abort);
  ground.stops.push(generator.stop);
  return {
    ...(wants('weights') && { weights: await weigh(ground, targets, chromium) }),
    ...(wants('speed') && { speeds: await hurry(ground, targets, { generator, plan }) }),
    ...(wants('login') && { login: await logIn(ground, targets, { generator, plan }) }),
    ...(wants('look-up') && { lookUps: await lookUp(ground, tokens, plan.educators) }),
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

async function lookUp(ground: Ground, { draft }: Tokens, sizes: readonly number[]): Promise<LookUp[]> {
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
