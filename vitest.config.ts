import { defineConfig } from 'vitest/config'

const crossCutting = [
  'contract',
  'conformance',
  'faults',
  'architecture',
  'desk',
  'electron',
  'support',
]

export default defineConfig({
  test: {
    // Two workers suit a small machine; a property test that runs long is not a failure.
    maxWorkers: 2,
    testTimeout: 60_000,
    setupFiles: ['tests/support/seed.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'shared/**/*.test.ts',
            'main/**/*.test.ts',
            'scripts/**/*.test.ts',
            ...crossCutting.map((folder) => `tests/${folder}/**/*.test.ts`),
          ],
        },
      },
      {
        extends: true,
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['renderer/**/*.test.{ts,tsx}', 'shared/**/*.test.tsx'],
        },
      },
    ],
  },
})
