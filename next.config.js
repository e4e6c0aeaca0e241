/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  agentRules: false,
  experimental: { authInterrupts: true },
  serverExternalPackages: ['@node-rs/argon2', 'pino'],
  sassOptions: {
    loadPaths: ['./node_modules/@uswds/uswds/packages'],
    quietDeps: true,
    silenceDeprecations: ['import', 'global-builtin', 'if-function'],
  },
};

export default nextConfig;
