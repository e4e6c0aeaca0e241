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
  experimental: { authInterrupts: true },
  serverExternalPackages: ['@node-rs/argon2', 'pino', 'drizzle-orm', 'postgres', 'stripe'],
  sassOptions: {
    loadPaths: ['./node_modules/@uswds/uswds/packages'],
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'if-function'],
  },
};

export default nextConfig;
