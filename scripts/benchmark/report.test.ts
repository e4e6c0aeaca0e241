import type { Findings } from './findings';
import { reportLines, type Line } from './report';
import type { Speed } from './speed';
import { readableTables, table } from './tables';
import type { Target } from './targets';

const server = { origin: 'http://127.0.0.1:1', pid: 1, startMillis: 1, stop: async () => {} };
const ask = { url: 'http://127.0.0.1:1/', method: 'GET', headers: {}, status: 200, holds: '' } as const;

function target(key: Target['key'], name: string, hasForm = false): Target {
  return { key, name, hasForm, server, ask };
}

const wire = target('wire', 'wire floor');
const framework = target('framework', 'framework floor');
const home = target('home', 'signed-in home');
const login = target('login', 'login', true);
const size = { startMillis: 700, idleBytes: 150e6, loadedBytes: 300e6 };
const queries = { queries: 2, settings: 3, transactions: 2, exchanges: 13 };
const nothing: Findings = { homeQueries: queries, ours: size, framework: size };

function speed(of: Target, perSecond: number, cpuPerRequest: number): Speed {
  return { target: of, perSecond, cpuPerRequest, rounds: [perSecond], latency: { p50: 1, p95: 2, p99: 3 } };
}

const speeds = (homePerSecond: number, homeCpu: number) => [speed(wire, 3_000, 0.3), speed(framework, 100, 8), speed(home, homePerSecond, homeCpu)];

function weight(of: Target, js: number, css: number, jsOnTyping = 0) {
  return { target: of, html: 5_000, css, js, jsOnTyping, counted: 'in Chromium' as const };
}

function lineAbout(lines: readonly Line[], words: RegExp): Line | undefined {
  return lines.find(({ line }) => words.test(line));
}

test.each([
  [85, 9, true],
  [79, 9, false],
  [85, 10.1, false],
])('home at %s of 100 requests a second and %s ms against 8: reached %s', (perSecond, cpu, reached) => {
  expect(lineAbout(reportLines({ ...nothing, speeds: speeds(perSecond, cpu) }), /0\.8 of the framework floor/)?.reached).toBe(reached);
});

test('where CPU is not measured, requests a second decide alone', () => {
  const unmeasured = speeds(85, 9).map((one) => ({ ...one, cpuPerRequest: undefined }));
  const lines = reportLines({ ...nothing, speeds: unmeasured });
  expect(lineAbout(lines, /0\.8 of the framework floor/)?.reached).toBe(true);
  expect(lineAbout(lines, /^CPU milliseconds/)).toEqual({ line: 'CPU milliseconds per request', reached: false });
});

test('a fourth query is one too many', () => {
  const lines = reportLines({ ...nothing, homeQueries: { ...queries, queries: 4 } });
  expect(lineAbout(lines, /at most 3 queries/)?.reached).toBe(false);
});

test('pages with and without a form are held to their own weight', () => {
  const weights = [weight(framework, 135_000, 0), weight(home, 147_000, 13_000), weight(login, 160_000, 13_000, 15_001)];
  const lines = reportLines({ ...nothing, weights });
  expect(lineAbout(lines, /without a form/)).toMatchObject({ reached: true, measured: { 'signed-in home': 12 } });
  expect(lineAbout(lines, /form pages, as loaded/)).toMatchObject({ reached: true, measured: { login: 25 } });
  expect(lineAbout(lines, /first keystroke/)).toMatchObject({ reached: true, measured: { login: 40 } });
  expect(lineAbout(reportLines({ ...nothing, weights: [...weights, weight(target('front', 'front page'), 147_100, 40_100)] }), /without a form/)?.reached).toBe(false);
});

test('the look-up is reached at both sizes and without reading the whole table', () => {
  const at = (educators: number, wholeTableScans = 0) => ({ educators, known: { p50: 1, p95: 1, p99: 1 }, unknown: { p50: 1, p95: 1, p99: 1 }, indexScans: 800, wholeTableScans });
  const reached = (...lookUps: ReturnType<typeof at>[]) => lineAbout(reportLines({ ...nothing, lookUps }), /look-up/)?.reached;
  expect([reached(at(1_000), at(250_000)), reached(at(1_000), at(20_000)), reached(at(1_000), at(250_000, 1))]).toEqual([true, false, false]);
});

test('a look-up among a million is held against one among a thousand, by the middle and by the slow ones', () => {
  const at = (educators: number, p95: number) => ({ educators, known: { p50: 1, p95, p99: 9 }, unknown: { p50: 1, p95: 1, p99: 9 }, indexScans: 800, wholeTableScans: 0 });
  const about = (...lookUps: ReturnType<typeof at>[]) => lineAbout(reportLines({ ...nothing, lookUps }), /times the look-up/);
  expect(about(at(1_000, 1), at(1_000_000, 1.5))).toMatchObject({ reached: true, measured: { knownP50: 1, knownP95: 1.5 } });
  expect([about(at(1_000, 1), at(1_000_000, 1.6))?.reached, about(at(1_000, 1), at(250_000, 1))?.reached]).toEqual([false, false]);
});

test.each([
  [1_000_000, { ratio: 2.9, cpuRatio: 2.9, growth: 1.1 }, [true, true]],
  [1_000_000, { ratio: 2.9, cpuRatio: 3.1, growth: 1.3 }, [false, false]],
  [100_000, { ratio: 1, cpuRatio: 1, growth: 1 }, [false, false]],
])('an import of %s by the clock, by CPU and in memory: %o', (educators, { ratio, cpuRatio, growth }, reached) => {
  const cost = { seconds: 10, cpuSeconds: 10 };
  const peakMB = { atTenth: 100, atEnd: 100 * growth };
  const imported = { educators, rows: educators, rowsPerSecond: 1, import: cost, floor: { ...cost, cryptoSeconds: 4, copySeconds: 6 }, ratio, cpuRatio, peakMB };
  const lines = reportLines({ ...nothing, imported });
  expect([lineAbout(lines, /COPY cost alone/)?.reached, lineAbout(lines, /memory of a tenth/)?.reached]).toEqual(reached);
  expect(readableTables({ ...nothing, imported }, lines)).toMatch(/Of the floor 4 s are encrypting and hashing, 6 s are COPY\./);
});

test.each([
  [{ issued: 1_000, lost: 0, doubled: 0, p95: 2_000 }, [true, true]],
  [{ issued: 1_000, lost: 1, doubled: 0, p95: 2_001 }, [false, false]],
  [{ issued: 1_000, lost: 0, doubled: 1, p95: 300 }, [true, false]],
  [{ issued: 100, lost: 0, doubled: 0, p95: 300 }, [true, false]],
])('free renewals, by time and by count: %o', ({ p95, ...counts }, reached) => {
  const renewing = { submitted: 1_050, drawn: 50, ...counts, millis: { p50: 100, p95, p99: p95 } };
  const lines = reportLines({ ...nothing, renewing });
  expect([lineAbout(lines, /free renewal to its certificate/)?.reached, lineAbout(lines, /in a row/)?.reached]).toEqual(reached);
});

test('a part that was not run is reported as not reached, never left out', () => {
  const lines = reportLines(nothing);
  expect(lines.filter(({ reached }) => reached).map(({ line }) => line)).toEqual([
    'signed-in home with at most 3 queries',
    'start-up time, ms to the first right answer',
    'resident memory',
  ]);
  expect(lines).toHaveLength(22);
});

test('the tables show every target and every line', () => {
  const found = { ...nothing, speeds: speeds(85, 9) };
  const shown = readableTables(found, reportLines(found));
  expect(shown).toMatch(/signed-in home +85 .* 0\.85 /);
  expect(shown).toMatch(/not run +the cost of a login while other requests flow/);
});

test('a column is as wide as its widest cell, and numbers stand under each other', () => {
  expect(table(['name', 'ms'], [['a longer name', 7], ['b', undefined], ['c', 1234.5]])).toBe(
    ['name           ms', 'a longer name       7', 'b                   -', 'c              1234.5'].join('\n'),
  );
});
