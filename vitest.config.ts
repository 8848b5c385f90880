import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['.oxlint/*.test.ts', 'server/**/*.test.ts', 'components/**/*.test.{ts,tsx}'],
    testTimeout: 60_000,
    // Two cores: more workers only take turns.
    maxWorkers: 2,
  },
})
