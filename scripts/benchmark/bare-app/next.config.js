import { resolve } from 'node:path';

/** @type {import('next').NextConfig} */
const nextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  agentRules: false,
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['postgres'],
  // It is built in a folder inside the project, whose node_modules it uses.
  turbopack: { root: resolve('.') },
};

export default nextConfig;
