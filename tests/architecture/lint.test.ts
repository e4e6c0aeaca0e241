import { ESLint } from 'eslint';
import { complaints, expectCaught, expectLegal, warmUp } from './planted';

beforeAll(warmUp, 60_000);

describe('one way to write it', () => {
  const long = (lines: number) => 'export const one = 1;\n'.repeat(lines);
  const longFunction = (lines: number) => `export function one() {\n${'  void 0;\n'.repeat(lines - 2)}}\n`;
  const ifs = (count: number) =>
    `export function one(a: number) {\n${'  if (a > 1) a += 1;\n'.repeat(count)}  return a;\n}\n`;
  const nested = (depth: number) =>
    `export function one(a: number) {${'if (a > 1) {'.repeat(depth)}a += 1;${'}'.repeat(depth)}}`;
  const taking = (count: number) =>
    `export function one(${'abcdef'.slice(0, count).split('').join(': number, ')}: number) {}`;

  test.each([
    [
      '@typescript-eslint/no-explicit-any',
      'export const one = (a: any) => a;',
      'export const one = (a: unknown) => a;',
    ],
    [
      '@typescript-eslint/no-non-null-assertion',
      'export const one = (a?: string) => a!.length;',
      'export const one = 1;',
    ],
    ['house/no-default-export', 'export default function one() {}', 'export function one() {}'],
    ['house/no-default-export', 'const one = 1;\nexport { one as default };', 'const one = 1;\nexport { one };'],
    ['house/no-star-export', "export * from './rules';", "export { one } from './rules';"],
    ['house/no-environment', 'export const one = process.env.PORT;', "import { env } from '@/lib/env';\nenv();"],
    ['house/no-environment', "export const one = process['env'];", 'export const one = process.pid;'],
    ['house/no-environment', 'export const { env } = process;', 'export const { pid } = process;'],
    ['house/no-environment', "import { env } from 'node:process';\nenv;", "import { env } from '@/lib/env';\nenv();"],
    ['house/no-vague-name', 'export function handleFee() {}', 'export const { handleSubmit } = form;'],
    ['house/no-vague-name', 'export const processFee = () => 1;', 'export function processed() {}'],
    ['no-console', "console.log('one');", "log.info('one');"],
    ['no-warning-comments', '// TODO: later', '// Later fees win: C.G.S. §10-145b.'],
    ['no-warning-comments', '/* and then: FIXME */', '/* to do is a verb */'],
    ['eqeqeq', 'export const one = (a: string) => a == "1";', 'export const one = (a: string) => a === "1";'],
    ['max-lines-per-function', longFunction(51), longFunction(50)],
    ['complexity', ifs(12), ifs(11)],
    ['max-depth', nested(4), nested(3)],
    ['max-params', taking(5), taking(4)],
  ])('%s catches %j', async (rule, caught, legal) => {
    await expectCaught(rule, 'lib/fees/quote-fee.ts', caught);
    await expectLegal(rule, 'lib/fees/quote-fee.ts', legal);
  });

  test.each([
    ...['page', 'layout', 'error', 'not-found', 'forbidden', 'global-error'].map((name) => [
      `app/(public)/${name}.tsx`,
    ]),
    ['next.config.js'],
  ])('Next wants a default export in %s', async (file) => {
    await expectLegal('house/no-default-export', file, 'export default function one() {}');
  });

  test.each([
    'proxy.ts',
    'app/(public)/list.tsx',
    'app/api/health/route.ts',
    'app/_ui/button.tsx',
    'emails/receipt.tsx',
  ])('in %s it does not', async (file) =>
    expectCaught('house/no-default-export', file, 'export default function one() {}'),
  );

  test.each(['lib/env.ts', 'scripts/start.mjs', 'dev/demo/people.ts', 'tests/support/database.ts', 'jest.config.js'])(
    '%s may read the environment',
    async (file) => expectLegal('house/no-environment', file, 'export const one = process.env.PORT;'),
  );

  test.each(['app/page.tsx', 'proxy.ts', 'db/client.ts', 'dev/../lib/web/session.ts', 'tests/e2e/login.spec.ts'])(
    '%s may not',
    async (file) => expectCaught('house/no-environment', file, 'export const one = process.env.PORT;'),
  );

  test.each([
    ['lib/applications/submit-application.ts', 120],
    ['lib/accounts/register.ts', 120],
    ['lib/fees/rules.ts', 200],
    ['lib/accounts/password-rules.ts', 200],
    ['lib/fees/store.ts', 200],
    ['lib/shared/check-characters.ts', 200],
    ['app/(public)/login/actions.ts', 60],
    ['app/(public)/login/page.tsx', 150],
    ['app/(public)/login/form.tsx', 200],
    ['emails/receipt.tsx', 150],
    ['lib/fees/rules.test.ts', 400],
    ['tests/integration/fees/quote-fee.test.ts', 400],
    ['tests/e2e/login.spec.ts', 400],
    ['tests/support/database.ts', 200],
    ['scripts/start.mjs', 200],
  ])('%s may have %p lines, and not one more', async (file, most) => {
    await expectCaught('max-lines', file, long(most + 1));
    await expectLegal('max-lines', file, long(most));
  });

  test.each(['db/schema/applications.ts', 'db/seed/fees.ts'])('%s is a table and may be longer', async (file) => {
    await expectLegal('max-lines', file, long(500));
  });

  test('a component may be longer than another function, and a test as long as it likes', async () => {
    await expectCaught('max-lines-per-function', 'app/_ui/button.tsx', longFunction(81));
    await expectLegal('max-lines-per-function', 'app/_ui/button.tsx', longFunction(80));
    await expectLegal('max-lines-per-function', 'lib/fees/rules.test.ts', longFunction(300));
  });
});

describe('tests', () => {
  test.each([
    ['house/no-focused-test', "it.only('a', () => {});", "it('a', () => {});"],
    ['house/no-focused-test', "describe.skip('a', () => {});", "describe('a', () => {});"],
    ['house/no-focused-test', "test.skip.each([1])('a', () => {});", "test.each([1])('a', () => {});"],
    ['house/no-focused-test', "test.describe.only('a', () => {});", "test.describe('a', () => {});"],
    ['house/no-focused-test', "test.todo('a');", "test.step('a', () => {});"],
    ['house/no-focused-test', "xit('a', () => {});", 'exit();'],
    ['house/no-sleep', 'await page.waitForTimeout(500);', "await page.waitForURL('/home');"],
    ['house/no-sleep', 'await new Promise((resolve) => setTimeout(resolve, 5));', 'jest.setTimeout(60_000);'],
    ['house/no-sleep', "import { setTimeout as pause } from 'node:timers/promises';\npause(1);", "import 'node:fs';"],
    ['house/no-own-mock', "jest.mock('@/db/client');", "jest.mock('server-only');"],
    ['house/no-snapshot', 'expect(page).toMatchSnapshot();', 'expect(page).toMatch(/one/);'],
  ])('%s catches %j', async (rule, caught, legal) => {
    for (const file of ['lib/fees/rules.test.ts', 'tests/e2e/login.spec.ts']) {
      await expectCaught(rule, file, caught);
      await expectLegal(rule, file, legal);
    }
  });
});

describe('rules that know types', () => {
  const typed = new ESLint();
  const asynchronous = 'async function save(): Promise<boolean> {\n  return true;\n}\n';

  test.each([
    ['@typescript-eslint/no-floating-promises', `${asynchronous}save();`, `${asynchronous}void save();`],
    [
      '@typescript-eslint/no-misused-promises',
      `${asynchronous}if (save()) throw new Error();`,
      `${asynchronous}if (await save()) throw new Error();`,
    ],
  ])(
    '%s catches it',
    async (rule, caught, legal) => {
      expect(await complaints('lib/shared/result.ts', caught, typed)).toContain(rule);
      expect(await complaints('lib/shared/result.ts', legal, typed)).not.toContain(rule);
    },
    60_000,
  );
});

test('a rule switched off in a comment for nothing is caught', async () => {
  const [result] = await new ESLint().lintText('// eslint-disable-next-line no-console\nexport const one = 1;\n', {
    filePath: 'lib/shared/result.ts',
  });
  expect(result?.messages.map((message) => [message.severity, message.message])).toEqual([
    [2, expect.stringContaining('Unused eslint-disable directive')],
  ]);
});
