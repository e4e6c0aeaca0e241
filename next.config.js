import { buildSync } from 'esbuild';
import { PHASE_PRODUCTION_SERVER } from 'next/constants.js';

const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // Not "no-referrer": browsers would then send `Origin: null` with our own forms, which we refuse.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Strict-Transport-Security', value: 'max-age=63072000; includeSubDomains; preload' },
];
const unchanging = [{ key: 'Cache-Control', value: 'public, max-age=31536000, immutable' }];

// What of zod our forms' schemas use. Browsers get this and no more: Turbopack keeps every kind of schema there is, because they
// all stand in one module; esbuild keeps these, at less than half the size (docs/decisions/0012).
const zodFunctions = [
  ...['_default', 'config', 'custom', 'enum', 'flattenError', 'int', 'intersection', 'literal', 'maxLength', 'minLength', 'NEVER'],
  ...['normalize', 'object', 'optional', 'overwrite', 'pipe', 'positive', 'refine', 'regex', 'string', 'transform', 'trim', 'unknown'],
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
    { source: '/:path*', headers: everywhere },
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
