import { ticksIn } from './process-cost';

test('user and system time are found behind a name that holds spaces and parentheses', () => {
  expect(ticksIn('42 (next-server (v1) x) S 1 42 42 0 -1 4194304 100 200 3 4 250 50 7 8 20 0 11 0 12345')).toBe(300);
});
