import { needsWeb, planOf, usualParts } from './flags';

test('without flags the usual parts run, at full size', () => {
  expect(planOf([])).toMatchObject({ quick: false, parts: usualParts, educators: [1_000, 250_000] });
});

test('a quick run is shorter, and says so', () => {
  const [quick, full] = [planOf(['--quick']), planOf([])];
  expect(quick.quick).toBe(true);
  expect(quick.rounds * quick.turnMillis).toBeLessThan(full.rounds * full.turnMillis);
});

test('--only chooses parts', () => {
  expect(planOf(['--only=speed,look-up', '--quick']).parts).toEqual(['speed', 'look-up']);
});

test('--million is for the register and the file, and needs no web', () => {
  const plan = planOf(['--million', '--only=look-up,import']);
  expect(plan).toMatchObject({ educators: [1_000, 250_000, 1_000_000], imported: 1_000_000 });
  expect([needsWeb(plan), needsWeb(planOf([]))]).toEqual([false, true]);
});

test.each(['--onyl=speed', '--only=sped', 'quick'])('%s is refused with the way to write it', (flag) => {
  expect(() => planOf([flag])).toThrow(/npm run bench -- \[--quick\]/);
});
