import { spawnSync } from 'node:child_process';
import { endedChildrenCpuMillis, familyCpuMillis, ticksIn } from './process-cost';

test('user and system time are found behind a name that holds spaces and parentheses', () => {
  expect(ticksIn('42 (next-server (v1) x) S 1 42 42 0 -1 4194304 100 200 3 4 250 50 7 8 20 0 11 0 12345')).toBe(300);
});

const busy = 'const until = process.cpuUsage().user + 100_000; while (process.cpuUsage().user < until);';

// Elsewhere there is no /proc, and nothing is measured.
if (process.platform === 'linux') {
  test('what children used until their end is counted', () => {
    const before = [endedChildrenCpuMillis(process.pid) ?? 0, familyCpuMillis(process.pid) ?? 0];
    spawnSync(process.execPath, ['-e', busy]);
    const spent = [endedChildrenCpuMillis(process.pid) ?? 0, familyCpuMillis(process.pid) ?? 0].map((after, at) => after - (before[at] ?? 0));
    expect(Math.min(...spent)).toBeGreaterThanOrEqual(100);
  });
}
