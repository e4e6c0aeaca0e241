import { directives, exportsOf, importsOf, isOnlyReExports, parse } from './source';

const read = (text: string) => parse('planted.ts', text);

test.each([
  [
    "export const leaveAction = defineAction({ actor: 'educator' });",
    [{ name: 'leaveAction', madeBy: 'defineAction' }],
  ],
  ['export const one = 1, two = make();', [{ name: 'one' }, { name: 'two', madeBy: 'make' }]],
  ['export async function leaveAction() {}', [{ name: 'leaveAction' }]],
  ['export default function leave() {}', [{ name: 'leave' }]],
  ['export default leave;', [{ name: 'default' }]],
  ["export { leaveAction } from './other';", [{ name: 'leaveAction' }]],
  ['const leave = 1;\nexport { leave as leaveAction };', [{ name: 'leaveAction' }]],
  ["export * from './other';", [{ name: '*' }]],
  ['export type Left = string;\nexport interface Leaving {}', []],
  ["export type { Left } from './other';\nexport { type Left } from './other';", []],
  ['const leave = defineAction({});', []],
])('what %j exports', (text, exported) => {
  expect(exportsOf(read(text))).toEqual(exported);
});

test.each([
  ["import { day } from '@/lib/shared/days';", ['@/lib/shared/days']],
  ["import 'server-only';", ['server-only']],
  ["import days from './days';\nimport * as money from './money';", ['./days', './money']],
  ["import { type Day, day } from './days';", ['./days']],
  ["import type { Day } from './days';\nimport { type Cents } from './money';", []],
  ["export { day } from './days';\nexport type { Day } from './days';", ['./days']],
])('what %j needs when it runs', (text, imported) => {
  expect(importsOf(read(text))).toEqual(imported);
});

test('the directives of a file are those it opens with', () => {
  expect(directives(read("'use server';\nimport './one';\n'use client';"))).toEqual(['use server']);
  expect(directives(read("// first\n'use client';"))).toEqual(['use client']);
});

test('a barrel is a file that only passes on', () => {
  expect(isOnlyReExports(read("export { one } from './one';\nexport * from './two';"))).toBe(true);
  expect(isOnlyReExports(read("export { one } from './one';\nexport const two = 2;"))).toBe(false);
  expect(isOnlyReExports(read('const one = 1;\nexport { one };'))).toBe(false);
  expect(isOnlyReExports(read(''))).toBe(false);
});
