import nextJest from 'next/jest.js';

// Far from Connecticut and almost a day ahead of it: code that asks the machine what day it is fails here.
process.env.TZ = 'Pacific/Kiritimati';

// react-email and ESLint load parts of themselves with import(), which Jest's workers allow only under this flag.
process.env.NODE_OPTIONS = [
  process.env.NODE_OPTIONS,
  '--experimental-vm-modules',
  '--disable-warning=ExperimentalWarning',
]
  .filter(Boolean)
  .join(' ');

const configure = nextJest({ dir: import.meta.dirname });

const common = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/$1',
    '^server-only$': '<rootDir>/scripts/server-only.ts',
    // The authenticator's packages are ES modules, which Jest cannot require on Node 20: it compiles their sources instead.
    '^@scure/base$': '<rootDir>/node_modules/@scure/base/index.ts',
    '^@noble/hashes/(.*)\\.js$': '<rootDir>/node_modules/@noble/hashes/src/$1.ts',
  },
  setupFiles: ['<rootDir>/tests/support/jest/settings.ts'],
  setupFilesAfterEnv: ['<rootDir>/tests/support/jest/console.ts'],
};

const unit = {
  ...common,
  displayName: 'unit',
  testMatch: ['<rootDir>/{app,lib,db,emails,dev,scripts}/**/*.test.{ts,tsx}', '<rootDir>/tests/architecture/**/*.test.ts'],
};

const integration = {
  ...common,
  displayName: 'integration',
  testMatch: ['<rootDir>/tests/integration/**/*.test.{ts,tsx}'],
  globalSetup: '<rootDir>/tests/support/jest/start-database.ts',
  globalTeardown: '<rootDir>/tests/support/jest/stop-database.ts',
};

const transformIgnorePatterns = ['/node_modules/(?!(@scure|@noble)/)'];

// The time limit is Jest's as a whole: it is not read from a project. A memory limit makes Jest use workers even for a single file: its own process was started without the flag above.
export default async function jestConfig() {
  const configured = await Promise.all([unit, integration].map((project) => configure(project)()));
  const projects = configured.map((project) => ({ ...project, transformIgnorePatterns }));
  return { projects, maxWorkers: 2, workerIdleMemoryLimit: '1GB', testTimeout: 30_000 };
}
