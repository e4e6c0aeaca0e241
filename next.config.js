import { buildSync } from 'esbuild';
import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';

const unchanging = [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }];

// What of zod our forms' schemas use. Browsers get this and no more: Turbopack keeps every kind of schema there is, because they
// all stand in one module; esbuild keeps these, at less than half the size (docs/decisions/0012).
const zodFunctions = [
  ...['_default', 'config', 'custom', 'enum', 'flattenError', 'int', 'intersection', 'literal', 'maxLength', 'minLength', 'NEVER'],
  ...['normalize', 'object', 'optional', 'overwrite', 'pipe', 'positive', 'refine', 'regex', 'string', 'transform', 'trim', 'unknown', 'uuid'],
];
const zodInBrowsers = './node_modules/.cache/cecs/zod-in-browsers.js';

// Before a build, and not when what was built is served.
function bundleZod() {
  const contents = `export { ${zodFunctions.join(', ')} } from 'zod/mini';`;
  buildSync({ stdin: { contents, resolveDir: '.' }, outfile: zodInBrowsers, bundle: true, minify: true, format: 'esm' });
}

/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  // `npm test` runs tsc over everything, tests and scripts too; a newcomer's first build need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  headers: async () => [
    { source: '/fonts/:path*', headers: unchanging },
    { source: '/img/:path*', headers: [{ key: 'Cache-Control', value: 'public, max-age=86400' }] },
  ],
  htmlLimitedBots: /.*/,
  turbopack: { resolveAlias: { 'zod/mini': { browser: zodInBrowsers } } },
  experimental: { authInterrupts: true },
  serverExternalPackages: ['@node-rs/argon2', 'pino', 'drizzle-orm', 'postgres', 'stripe'],
  sassOptions: {
    loadPaths: ['./node_modules/@uswds/uswds/packages'],
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'if-function'],
  },
};

export default function configure(/** @type {string} */ phase) {
  if (phase !== PHASE_PRODUCTION_SERVER) bundleZod();
  return nextConfig;
}
