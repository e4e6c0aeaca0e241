import { existsSync, readFileSync } from 'node:fs';

const nothing = { passed: 0, failed: 0 };

/** How many tests a step ran, from the report it wrote. A step that fails without a failing test counts as one failure. */
export function countsOf({ report, read }, succeeded) {
  if (!read) return succeeded ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  const counted = existsSync(report) ? read(JSON.parse(readFileSync(report, 'utf8'))) : nothing;
  return succeeded ? counted : { ...counted, failed: Math.max(counted.failed, 1) };
}

export function jestCounts(report) {
  return { passed: report.numPassedTests, failed: report.numFailedTests + report.numRuntimeErrorTestSuites };
}

// A test that passed only when tried again has not passed.
export function playwrightCounts({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky };
}
