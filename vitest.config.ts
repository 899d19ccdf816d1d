import { defineConfig } from 'vitest/config'
import { ClosingLineReporter } from './e2e/testkit/closing-line-reporter.ts'

/** Vite would take graphql's ES build for our code and Node its CommonJS build for the libraries: two graphqls. */
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] }
const hooks = { testTimeout: 60_000, hookTimeout: 120_000 }

export default defineConfig({
  test: {
    reporters: ['default', new ClosingLineReporter()],
    projects: [
      {
        resolve,
        test: {
          name: 'unit',
          include: ['{core,server,workers,cli,embedded,web,rules,e2e,bench,.ci}/**/*.test.{ts,tsx}'],
          exclude: ['**/*.int.test.ts', '**/*.e2e.test.ts', '**/node_modules/**', '**/.next/**'],
          ...hooks,
        },
      },
      {
        resolve,
        test: {
          name: 'int',
          include: ['{core,server,workers,cli,embedded,web,e2e}/**/*.{int,e2e}.test.ts'],
          exclude: ['**/node_modules/**', '**/.next/**'],
          globalSetup: ['./e2e/testkit/start-engines.ts'],
          ...hooks,
        },
      },
    ],
  },
})
