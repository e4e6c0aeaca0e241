import { parts, planOf } from './flags';

test('without flags every part runs, at full size', () => {
  expect(planOf([])).toMatchObject({ quick: false, parts, educators: [1_000, 250_000] });
});

test('a quick run is shorter, and says so', () => {
  const [quick, full] = [planOf(['--quick']), planOf([])];
  expect(quick.quick).toBe(true);
  expect(quick.rounds * quick.turnMillis).toBeLessThan(full.rounds * full.turnMillis);
});

test('--only chooses parts', () => {
  expect(planOf(['--only=speed,look-up', '--quick']).parts).toEqual(['speed', 'look-up']);
});

test.each(['--onyl=speed', '--only=sped', 'quick'])('%s is refused with the way to write it', (flag) => {
  expect(() => planOf([flag])).toThrow(/npm run bench -- \[--quick\]/);
});
