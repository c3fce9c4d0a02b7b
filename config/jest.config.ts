/** @jest-config-loader esbuild-register */
import type { Config } from 'jest'

// The cloud's processes run in UTC, and workers of the local cloud take the zone of the process.
process.env.TZ = 'UTC'

/** What every project shares: TypeScript and TSX through swc, the aliases of tsconfig.json. */
const shared = {
  // A project's root is read against the root below, which is read against this folder.
  rootDir: '.',
  moduleNameMapper: {
    '^@core/(.*)$': '<rootDir>/cloudfunctions/core/$1',
    '^@local/(.*)$': '<rootDir>/cloudfunctions/local/$1',
    '^@/(.*)$': '<rootDir>/src/$1',
  },
  transform: {
    '^.+\\.m?tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
  setupFilesAfterEnv: ['<rootDir>/config/jest.each.ts'],
  // A busy machine may take ten times as long as an idle one; that is no failure.
  testTimeout: 60_000,
} satisfies Config

/**
 * Three runtimes, three projects: what needs no build of the pages, the mini program, the browser.
 */
const config: Config = {
  rootDir: '..',
  reporters: ['default', '<rootDir>/config/jest.reporter.cjs'],
  testSequencer: '<rootDir>/config/jest.sequencer.cjs',
  // CI has two cores; more workers would only make slow tests slower.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1500MB',
  projects: [
    {
      ...shared,
      displayName: 'node',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: [
        '<rootDir>/tests/weapp/',
        '<rootDir>/tests/web/',
        // What takes minutes by itself; `npm run campaign` runs it.
        ...(process.env.CAMPAIGN === undefined ? ['<rootDir>/tests/campaign/'] : []),
      ],
      moduleNameMapper: {
        ...shared.moduleNameMapper,
        // Taro's own entry is for bundlers; without a phone, a test says what the phone answers.
        '^@tarojs/taro$': '<rootDir>/tests/builders/taro.ts',
        // A form is declared beside its fields; these tests draw nothing.
        '^(@tarojs/components|@nutui/.*)$': '<rootDir>/tests/builders/no-view.ts',
        '\\.scss$': '<rootDir>/tests/builders/no-view.ts',
      },
      globalSetup: '<rootDir>/config/jest.node.ts',
    },
    {
      ...shared,
      displayName: 'weapp',
      // The harness makes the document that the engine needs; scripts of a mini program have none.
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/weapp/**/*.test.{ts,tsx}'],
      globalSetup: '<rootDir>/config/jest.weapp.ts',
    },
    {
      ...shared,
      displayName: 'web',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/tests/web/**/*.test.{ts,tsx}'],
      globalSetup: '<rootDir>/config/jest.web.ts',
    },
  ],
}

export default config
