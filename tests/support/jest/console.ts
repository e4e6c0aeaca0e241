import { format } from 'node:util';

type Level = 'error' | 'warn';
type Line = { readonly level: Level; readonly text: string };

let written: Line[] = [];
let expected: { readonly level: Level; readonly pattern: RegExp }[] = [];

/** Says that this test makes the code complain: exactly such a line must come, and does not fail the test. */
export function expectConsole(level: Level, pattern: RegExp): void {
  expected.push({ level, pattern });
}

function listen(level: Level): void {
  console[level] = (...parts: unknown[]) => {
    written.push({ level, text: format(...parts) });
  };
}

listen('error');
listen('warn');

// A complaint nobody reads is a bug nobody knows of: React's warnings, failed promises, deprecated calls.
afterEach(() => {
  const unexpected = written.filter((line) => !expected.some((one) => matches(one, line)));
  const missing = expected.filter((one) => !written.some((line) => matches(one, line)));
  written = [];
  expected = [];
  if (unexpected.length > 0) {
    throw new Error(`Written to the console:\n${unexpected.map((line) => `${line.level}: ${line.text}`).join('\n')}`);
  }
  if (missing.length > 0) {
    throw new Error(
      `Expected on the console, but never written:\n${missing.map((one) => one.pattern.source).join('\n')}`,
    );
  }
});

function matches(one: { level: Level; pattern: RegExp }, line: Line): boolean {
  return one.level === line.level && one.pattern.test(line.text);
}
