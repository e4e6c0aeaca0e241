import { assertNever, err, Invariant, must, ok } from './result';

test('an outcome is a value or a refusal', () => {
  expect(ok('A1')).toEqual({ ok: true, value: 'A1' });
  expect(ok()).toEqual({ ok: true, value: undefined });
  expect(err('no_fee_in_force')).toEqual({ ok: false, error: 'no_fee_in_force' });
});

test('what must be there is given back, however little it is', () => {
  expect([0, '', false].map((value) => must(value, 'a value'))).toEqual([0, '', false]);
});

test.each([null, undefined])('what must be there and is %p throws, naming what was missed', (absent) => {
  expect(() => must(absent, 'the fee of 2026')).toThrow(new Invariant('Missing: the fee of 2026'));
});

test('a forgotten case throws without quoting more than its name', () => {
  expect(() => assertNever('archived' as never)).toThrow('A case was forgotten: archived');
  expect(() => assertNever({ ssn: '219-09-9999' } as never)).toThrow(/^A case was forgotten: object$/);
});

test('an invariant is told apart from other errors by its name', () => {
  expect(new Invariant('').name).toBe('Invariant');
});
