/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  agentRules: false,
  // `npm test` runs tsc over everything, tests and scripts too; a newcomer's first build need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  experimental: { authInterrupts: true },
  serverExternalPackages: ['@node-rs/argon2', 'pino', 'drizzle-orm', 'postgres', 'stripe'],
  sassOptions: {
    loadPaths: ['./node_modules/@uswds/uswds/packages'],
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'if-function'],
  },
};

export default nextConfig;
