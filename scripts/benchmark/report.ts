import { kilobytes, ratio, rounded } from './figures';
import type { Findings, Size } from './findings';
import { overBare } from './page-files';
import type { Weight } from './page-weight';
import type { Speed } from './speed';
import type { Target } from './targets';

/** One line of what was asked for. Where it states no figure to reach, it is reached when it was measured. */
export type Line = { readonly line: string; readonly reached: boolean; readonly measured?: unknown };

const reach = { homeOfFramework: 0.8, homeQueries: 3, jsWithoutForm: 12, jsWithForm: 40, css: 40 };
const lookUpSizes = [1_000, 250_000];

export function reportLines(found: Findings): Line[] {
  return [...speedLines(found), ...weightLines(found), ...sizeLines(found), loginLine(found), lookUpLine(found)];
}

function speedLines({ speeds, homeQueries }: Findings): Line[] {
  const home = speeds?.find(({ target }) => target.key === 'home');
  const framework = speeds?.find(({ target }) => target.key === 'framework');
  const compared = home && framework ? compareSpeeds(home, framework) : undefined;
  const perRequest = speeds?.every(({ cpuPerRequest }) => cpuPerRequest !== undefined) ?? false;
  return [
    line('requests/s, p50/p95/p99 at 16 connections: the wire floor, the framework floor and ours', byTarget(speeds, plainSpeed)),
    line('CPU milliseconds per request', perRequest ? byTarget(speeds, (one) => one.cpuPerRequest) : undefined),
    line('ratios to both floors', speeds && ratios(speeds)),
    { ...line(`signed-in home at least ${reach.homeOfFramework} of the framework floor`, compared), reached: reachesFloor(compared) },
    { line: `signed-in home with at most ${reach.homeQueries} queries`, measured: homeQueries, reached: homeQueries.queries <= reach.homeQueries },
  ];
}

// By both: requests per second alone say little on a machine that others keep busy.
function reachesFloor(compared: ReturnType<typeof compareSpeeds> | undefined): boolean {
  if (!compared) return false;
  return Math.min(compared.byRequests, compared.byCpu ?? compared.byRequests) >= reach.homeOfFramework;
}

/** By requests per second and by CPU; the rounds show how far a noisy machine moved the first. */
export function compareSpeeds(one: Speed, other: Speed) {
  return {
    byRequests: ratio(one.perSecond, other.perSecond),
    byCpu: one.cpuPerRequest && other.cpuPerRequest ? ratio(other.cpuPerRequest, one.cpuPerRequest) : undefined,
    rounds: one.rounds.map((perSecond, round) => ratio(perSecond, other.rounds[round] ?? 0)),
  };
}

function ratios(speeds: readonly Speed[]) {
  const floors = speeds.filter(({ target }) => isFloor(target));
  const ours = speeds.filter(({ target }) => !isFloor(target));
  return byTarget(ours, (one) => Object.fromEntries(floors.map((floor) => [floor.target.name, compareSpeeds(one, floor).byRequests])));
}

function weightLines({ weights }: Findings): Line[] {
  const bare = weights?.find(({ target }) => target.key === 'framework');
  const ours = weights?.filter(({ target }) => !isFloor(target));
  const over = (hasForm: boolean, typed: boolean): Record<string, number> | undefined =>
    bare && byTarget(ours?.filter(({ target }) => target.hasForm === hasForm), (one) => overBare(typed ? one : { ...one, jsOnTyping: 0 }, bare));
  const css = byTarget(ours, (one) => kilobytes(one.css));
  return [
    line('JavaScript and CSS each page ships, kB gzip, what a modern browser loads', byTarget(weights, plainWeight)),
    atMost('kB of JavaScript over the bare Next app on pages without a form', reach.jsWithoutForm, over(false, false)),
    atMost('kB of JavaScript over the bare Next app on form pages, as loaded', reach.jsWithForm, over(true, false)),
    atMost('kB of JavaScript over the bare Next app on form pages, with what the first keystroke loads', reach.jsWithForm, over(true, true)),
    atMost('kB of CSS', reach.css, css),
  ];
}

function sizeLines({ ours, framework }: Findings): Line[] {
  const both = <T>(take: (size: Size) => T) => ({ 'ours': take(ours), 'framework floor': take(framework) });
  const megabytes = (bytes: number | undefined) => (bytes === undefined ? undefined : rounded(bytes / 1e6, 0));
  const memory = both((size) => ({ idleMB: megabytes(size.idleBytes), loadedMB: megabytes(size.loadedBytes) }));
  return [
    line('start-up time, ms to the first right answer', both((size) => size.startMillis)),
    line('resident memory', ours.idleBytes === undefined ? undefined : memory),
  ];
}

function loginLine({ login }: Findings): Line {
  return line('the cost of a login while other requests flow', login);
}

function lookUpLine({ lookUps }: Findings): Line {
  const isWhole = lookUpSizes.every((size) => lookUps?.some(({ educators, wholeTableScans }) => educators === size && wholeTableScans === 0));
  return { ...line("the claim's look-up at 1,000 and 250,000 educators, ms", lookUps), reached: isWhole };
}

function line(text: string, measured: unknown): Line {
  return measured === undefined ? { line: text, reached: false } : { line: text, reached: true, measured };
}

function atMost(what: string, most: number, measured: Record<string, number> | undefined): Line {
  const reached = measured !== undefined && Object.values(measured).every((value) => value <= most);
  return { ...line(`at most ${most} ${what}`, measured), reached };
}

const isFloor = ({ key }: Target): boolean => key === 'wire' || key === 'framework';
const plainSpeed = ({ perSecond, latency }: Speed) => ({ perSecond, ...latency });
const plainWeight = ({ html, css, js, jsOnTyping, counted }: Weight) => ({
  html: kilobytes(html),
  css: kilobytes(css),
  js: kilobytes(js),
  jsOnTyping: kilobytes(jsOnTyping),
  counted,
});

function byTarget<T extends { readonly target: Target }, V>(all: readonly T[] | undefined, take: (one: T) => V): Record<string, V> | undefined {
  return all && Object.fromEntries(all.map((one) => [one.target.name, take(one)]));
}
