import { complaints, expectCaught, expectLegal, importing, warmUp } from './planted';

beforeAll(warmUp, 60_000);

describe('who may import whom', () => {
  test.each([
    ['app/home/page.tsx', '@/db/client', '@/lib/applications/queries'],
    ['app/home/page.tsx', '@/lib/applications/store', '@/lib/applications/submit-application'],
    ['app/home/page.tsx', '@/lib/applications/steps', '@/lib/applications/status'],
    ['app/home/page.tsx', '@/lib/applications/review-steps', '@/lib/applications/model'],
    ['app/home/page.tsx', '@/lib/shared/sealed', '@/lib/shared/days'],
    ['app/home/page.tsx', '@/dev/mailbox/read', '@/app/_ui/button'],
    ['app/home/page.tsx', '@/tests/support/builders', '@/lib/web/session'],
    ['app/home/page.tsx', '@/scripts/server-only', '@/lib/env'],
    ['app/_ui/button.tsx', '@/lib/fees/queries', '@/lib/fees/model'],
    ['app/_ui/button.tsx', '@/lib/web/session', '@/lib/web/form-state'],
    ['app/_ui/button.tsx', '@/app/home/list', '@/app/_ui/icon-names/all'],
    ['proxy.ts', '@/db/client', '@/lib/env'],
    ['instrumentation.ts', '@/lib/applications/queries', '@/lib/shared/log'],
    ['emails/account-username.tsx', '@/lib/accounts/queries', '@/lib/shared/days'],
    ['emails/account-username.tsx', '@/lib/shared/sealed', './layout'],
    ['db/limits.ts', '@/lib/fees/rules', '@/lib/shared/limit'],
    ['lib/fees/store.ts', '@/app/_ui/button', '@/db/schema/fees'],
    ['lib/fees/queries.ts', '@/dev/demo/people', '@/db/transact'],
    ['lib/fees/quote-fee.ts', '@/scripts/worker', '@/db/transact'],
    ['lib/fees/quote-fee.ts', '@/tests/support/builders', './store'],
    ['lib/fees/quote-fee.ts', '@/emails/receipt', '@/lib/mail/steps'],
    ['lib/fees/amounts.ts', '@/db/transact', './rules'],
    ['lib/fees/messages.tsx', '@/app/_ui/button', '@/emails/receipt'],
    ['lib/shared/sealed.ts', '@/lib/accounts/model', '@/lib/env'],
    ['lib/env.ts', '@/lib/shared/sealed', '@/lib/shared/result'],
    ['dev/demo/people.ts', '@/app/layout', '@/lib/identity/register'],
  ])('%s may not import %s, but may %s', async (file, forbidden, legal) => {
    await expectCaught('house/import-order', file, importing(forbidden));
    await expectLegal('house/import-order', file, importing(legal));
  });

  test.each([
    ['scripts/worker.ts', '@/dev/mailbox/read'],
    ['tests/integration/fees/quote-fee.test.ts', '@/lib/fees/store'],
    ['lib/fees/rules.test.ts', '@/tests/support/days'],
    ['lib/fees/rules.test.ts', 'node:fs'],
  ])('%s may import %s', async (file, legal) => {
    await expectLegal('house/import-order', file, importing(legal));
  });

  test.each([
    ['a dynamic import', "export const load = () => import('@/db/client');"],
    ['a re-export', "export { one } from '@/db/client';"],
    ['a re-export of everything', "export * from '@/db/client';"],
    ['a type', "import type { Tx } from '@/db/transact';\nexport type Work = Tx;"],
    ['a type in place', "export type Work = import('@/db/transact').Tx;"],
    ['require', "export const db = require('@/db/client');"],
  ])('%s is an import', async (_, text) => {
    await expectCaught('house/import-order', 'app/home/page.tsx', text);
  });

  test('a file that has no place in the house may import nothing', async () => {
    await expectCaught('house/import-order', 'src/fees.ts', importing('zod'));
  });
});

describe('the order of the domains', () => {
  const domains = [
    ...['audit', 'mail', 'accounts', 'identity', 'rulebook', 'certificates', 'fees', 'documents'],
    ...['applications', 'payments', 'staff', 'web'],
  ];
  const pairs = domains.slice(1).map((right, at) => [domains[at] ?? '', right] as const);

  test.each(pairs)('%s may not import %s, but the other way round it may', async (left, right) => {
    await expectCaught('house/import-order', `lib/${left}/queries.ts`, importing(`@/lib/${right}/queries`));
    await expectLegal('house/import-order', `lib/${right}/queries.ts`, importing(`@/lib/${left}/queries`));
  });

  test('the order holds across the whole of it', async () => {
    await expectCaught('house/import-order', 'lib/audit/queries.ts', importing('@/lib/web/session'));
    await expectLegal('house/import-order', 'lib/web/session.ts', importing('@/lib/audit/queries'));
  });

  test('a domain that is not in the order is asked for its place', async () => {
    await expectCaught('house/import-order', 'lib/staff/queries.ts', importing('@/lib/reports/queries'));
  });

  test('a store is private to its domain', async () => {
    await expectCaught(
      'house/import-order',
      'lib/payments/record-instrument.ts',
      importing('@/lib/applications/store'),
    );
    await expectLegal('house/import-order', 'lib/payments/record-instrument.ts', importing('@/lib/applications/steps'));
    await expectLegal('house/import-order', 'lib/applications/submit-application.ts', importing('./store'));
  });
});

describe('packages with one home', () => {
  test.each([
    ['drizzle-orm', 'app/(public)/page.tsx', 'lib/fees/store.ts'],
    ['drizzle-orm/pg-core', 'lib/fees/amounts.ts', 'db/schema/fees.ts'],
    ['postgres', 'lib/fees/store.ts', 'db/client.ts'],
    ['stripe', 'app/api/stripe/webhook/route.ts', 'lib/payments/checkout.ts'],
    ['next-auth/jwt', 'app/api/auth/[...nextauth]/route.ts', 'lib/accounts/auth-options.ts'],
    ['next/headers', 'lib/fees/quote-fee.ts', 'lib/web/session.ts'],
    ['react', 'lib/fees/quote-fee.ts', 'app/_ui/button.tsx'],
    ['nodemailer', 'lib/staff/invite-member.ts', 'lib/mail/transport.ts'],
    ['pino', 'lib/web/session.ts', 'lib/shared/log.ts'],
    ['@node-rs/argon2', 'lib/web/session.ts', 'lib/accounts/passwords.ts'],
    ['zod', 'emails/receipt.tsx', 'lib/fees/model.ts'],
  ])('%s is not for %s, but for %s', async (name, forbidden, legal) => {
    await expectCaught('house/import-order', forbidden, importing(name));
    await expectLegal('house/import-order', legal, importing(name));
  });
});

describe('pure files', () => {
  const pureFiles = [
    ...['lib/fees/model.ts', 'lib/fees/rules.ts', 'lib/fees/policy.ts', 'lib/identity/matching.ts'],
    ...[
      'lib/applications/status.ts',
      'lib/certificates/validity.ts',
      'lib/accounts/password-rules.ts',
      'lib/shared/days.ts',
    ],
  ];

  test.each(pureFiles)('%s imports no input or output', async (file) => {
    const impure = [
      'node:fs',
      'fs/promises',
      'node:crypto',
      'drizzle-orm',
      '@/db/client',
      '@/lib/env',
      '@/lib/shared/log',
    ];
    for (const target of [...impure, 'server-only', 'next/headers', '@/lib/shared/sealed', '@/lib/audit/queries']) {
      await expectCaught('house/import-order', file, importing(target));
    }
    await expectLegal(
      'house/import-order',
      file,
      importing('@/lib/shared/result').replace('@/lib/shared', sharedFrom(file)),
    );
  });

  test.each(pureFiles)('%s knows no clock, no chance and no outside world', async (file) => {
    await expectCaught('house/no-clock', file, 'export const now = new Date();');
    await expectCaught('house/no-clock', file, 'export const now = Date.now();');
    await expectCaught('house/no-chance', file, 'export const luck = Math.random();');
    await expectCaught('house/no-chance', file, 'export const id = crypto.randomUUID();');
    await expectCaught('house/no-outside-world', file, 'export const folder = process.cwd();');
    await expectCaught('house/no-outside-world', file, "export const page = fetch('https://example.com');");
    await expectCaught('house/no-outside-world', file, 'setTimeout(() => {}, 10);');
    await expectCaught('house/no-outside-world', file, "export const later = import('./later');");
    const pure = "export const at = new Date('2026-01-01');\nexport const most = Math.max(1, 2);\n";
    expect(await complaints(file, pure)).toEqual([]);
  });

  test('a model may name a transaction in a type, and nothing else of the database', async () => {
    const naming = "import type { Tx } from '@/db/transact';\nexport type Renderer = (tx: Tx) => void;";
    await expectLegal('house/import-order', 'lib/mail/model.ts', naming);
    await expectCaught('house/import-order', 'lib/mail/model.ts', naming.replace('import type', 'import'));
    await expectCaught('house/import-order', 'lib/mail/rules.ts', naming);
  });

  test.each(['lib/shared/sealed.ts', 'lib/shared/keyed-hash.ts'])('%s is known not to be pure', async (file) => {
    await expectLegal('house/import-order', file, importing('node:crypto'));
  });

  function sharedFrom(file: string): string {
    return file.startsWith('lib/shared/') ? '.' : '@/lib/shared';
  }
});

describe('time is an argument', () => {
  const clocks = ['new Date()', 'Date.now()', 'Date()', "Date['now']()", 'performance.now()'];
  const places = ['app/page.tsx', 'lib/fees/quote-fee.ts', 'db/limits.ts', 'emails/receipt.tsx', 'proxy.ts'];

  test.each(places)('nobody asks the clock in %s', async (file) => {
    for (const clock of clocks) await expectCaught('house/no-clock', file, `export const now = ${clock};`);
    await expectLegal('house/no-clock', file, 'export const read = (at: string) => new Date(at);');
  });

  test.each([
    'lib/web/request.ts',
    'scripts/worker.ts',
    'dev/demo/people.ts',
    'tests/support/clock.ts',
    'lib/a/b.test.ts',
  ])('%s may', async (file) => expectLegal('house/no-clock', file, 'export const now = new Date();'));
});

describe('client components', () => {
  const client = (target: string) => `'use client';\n${importing(target)}`;

  test.each([
    ['server-only', 'react'],
    ['node:crypto', 'react-hook-form'],
    ['@/lib/applications/submit-application', '@/lib/applications/model'],
    ['@/lib/applications/queries', '@/lib/applications/status'],
    ['@/lib/web/session', '@/lib/web/form-state'],
    ['@/lib/env', '@/lib/shared/money'],
  ])('may not import %s, but may %s', async (forbidden, legal) => {
    await expectCaught('house/import-order', 'app/(educator)/register/form.tsx', client(forbidden));
    await expectLegal('house/import-order', 'app/(educator)/register/form.tsx', client(legal));
  });

  test('may import the actions beside them, which are called and not included', async () => {
    await expectLegal('house/import-order', 'app/(educator)/register/form.tsx', client('./actions'));
  });
});

describe('how imports are written', () => {
  test.each([
    ['a path that leaves the folder', '../home/list', '@/app/home/list'],
    ['a path to the folder above', '..', '@/app/home/list'],
    ['the own folder from the root', '@/app/(educator)/register/form', './form'],
    ['a file ending', './form.tsx', './form'],
  ])('%s is refused', async (_, forbidden, legal) => {
    await expectCaught('house/import-order', 'app/(educator)/register/page.tsx', importing(forbidden));
    await expectLegal('house/import-order', 'app/(educator)/register/page.tsx', importing(legal));
  });

  test('a folder below is reached from here', async () => {
    await expectLegal('house/import-order', 'app/(educator)/register/page.tsx', importing('./parts/name'));
    await expectLegal('house/import-order', 'lib/rulebook/queries.ts', importing('./parts/steps'));
  });
});
