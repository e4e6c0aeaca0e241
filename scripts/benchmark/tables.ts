import { kilobytes, ratio } from './figures';
import type { Findings } from './findings';
import { overBare } from './page-files';
import type { Line } from './report';

type Cell = string | number | undefined;

/** The figures for people: one table a part. */
export function readableTables(found: Findings, lines: readonly Line[]): string {
  const reached = lines.map((one) => [one.reached ? 'yes' : one.measured === undefined ? 'not run' : 'NO', one.line]);
  const all = [speedTable(found), weightTable(found), loginTable(found), probeTable(found), lookUpTable(found), renewalTable(found), importTable(found), table(['reached', 'what was asked'], reached)];
  return all.filter(Boolean).join('\n\n');
}

function speedTable({ speeds, homeQueries }: Findings): string {
  if (!speeds) return '';
  const perSecond = (key: string): number => speeds.find(({ target }) => target.key === key)?.perSecond ?? 0;
  const rows = speeds.map((one) => [
    ...[one.target.name, one.perSecond, one.latency.p50, one.latency.p95, one.latency.p99, one.cpuPerRequest],
    ...[ratio(one.perSecond, perSecond('wire')), ratio(one.perSecond, perSecond('framework')), one.rounds.join(' ')],
  ]);
  const { queries, settings, transactions, exchanges } = homeQueries ?? { queries: 0, settings: 0, transactions: 0, exchanges: 0 };
  const asked = `Home asks ${queries} queries in ${transactions} transactions with ${settings} settings: ${exchanges} exchanges.`;
  return `${table(['16 connections', 'req/s', 'p50 ms', 'p95 ms', 'p99 ms', 'CPU ms', '/wire', '/framework', 'rounds, req/s'], rows)}\n${asked}`;
}

function weightTable({ weights }: Findings): string {
  const bare = weights?.find(({ target }) => target.key === 'framework');
  if (!weights || !bare) return '';
  const rows = weights.map((one) => [
    ...[one.target.name, kilobytes(one.html), kilobytes(one.css), kilobytes(one.js), kilobytes(one.jsOnTyping)],
    ...[overBare(one, bare), one.target.hasForm ? 'form' : '', one.counted],
  ]);
  return table(['kB gzip', 'HTML', 'CSS', 'JS', 'JS on typing', 'JS over bare', '', 'counted'], rows);
}

function loginTable({ login }: Findings): string {
  if (!login) return '';
  const { homeAlone, homeMeanwhile, login: meanwhile, loginAlone, cpuPerLogin } = login;
  const named = { 'home alone': homeAlone, 'home while people log in': homeMeanwhile, 'login while home is read': meanwhile, 'login alone': loginAlone };
  const rows = Object.entries(named).map(([name, one]) => [name, one.perSecond, one.p50, one.p95, one.p99]);
  return `${table(['8 reading, 2 logging in', 'req/s', 'p50 ms', 'p95 ms', 'p99 ms'], rows)}\nCPU ms a login: ${cpuPerLogin ?? 'not measured'}`;
}

function probeTable({ probings }: Findings): string {
  if (!probings) return '';
  const rows = probings.flatMap(({ form, kinds, alike }) =>
    Object.entries(kinds).map(([kind, { probes, p50, p95, auc }]) => [form, kind, probes, p50, p95, auc, alike ? 'yes' : 'NO']),
  );
  return table(['form', 'outcome', 'probes', 'p50 ms', 'p95 ms', 'AUC', 'all alike'], rows);
}

function lookUpTable({ lookUps }: Findings): string {
  if (!lookUps) return '';
  const rows = lookUps.map((one) => [
    ...[one.educators.toLocaleString('en-US'), one.known.p50, one.known.p95, one.unknown.p50, one.unknown.p95],
    ...[one.indexScans, one.wholeTableScans],
  ]);
  return table(['educators', 'known p50 ms', 'p95', 'unknown p50 ms', 'p95', 'index scans', 'whole-table scans'], rows);
}

function renewalTable({ renewing }: Findings): string {
  if (!renewing) return '';
  const { submitted, issued, drawn, lost, doubled, millis } = renewing;
  return table(
    ['renewals submitted', 'issued', 'drawn for a person', 'lost', 'doubled', 'p50 ms', 'p95 ms', 'p99 ms'],
    [[submitted, issued, drawn, lost, doubled, millis.p50, millis.p95, millis.p99]],
  );
}

function importTable({ imported }: Findings): string {
  if (!imported) return '';
  const { educators, rows, rowsPerSecond, import: ours, floor, cpuRatio, peakMB } = imported;
  const name = `${educators.toLocaleString('en-US')} educators, ${rows.toLocaleString('en-US')} rows`;
  const costs = [
    ['import', ours.seconds, ours.cpuSeconds, rowsPerSecond, peakMB?.atTenth, peakMB?.atEnd],
    ['encrypting, hashing and COPY alone', floor.seconds, floor.cpuSeconds, Math.round(rows / floor.seconds)],
    ['times', imported.ratio, cpuRatio],
  ];
  const shares = `Of the floor ${floor.cryptoSeconds} s are encrypting and hashing, ${floor.copySeconds} s are COPY.`;
  return `${table([name, 's', 'CPU s', 'rows/s', 'peak MB at 1/10', 'at the end'], costs.map((row) => Array.from({ length: 6 }, (_, at) => row[at])))}\n${shares}`;
}

/** Columns as wide as their widest cell; the first reads from the left, numbers from the right. */
export function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cells = [head, ...rows].map((row) => row.map((cell) => String(cell ?? '-')));
  const widths = head.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  const isNumber = (cell: string): boolean => /^[\d.,-]+$/.test(cell);
  const aligned = cells.map((row, line) =>
    row.map((cell, at) => (line > 0 && isNumber(cell) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0))).join('  ').trimEnd(),
  );
  return aligned.join('\n');
}
