import { join } from 'node:path'
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config'
import { LongFirst } from './tests/support/longFirst'
import { secondTries } from './tests/support/secondTries'

const crossCutting = [
  'contract',
  'conformance',
  'faults',
  'architecture',
  'desk',
  'electron',
  'support',
]

/** The folder for the reports that `npm test` reads. */
const reports = process.env.GALLEY_REPORTS

/** What LibreOffice makes of documents: `npm test` runs it last, when it had time to fetch one. */
const office: TestProjectInlineConfiguration[] = process.env.GALLEY_OFFICE
  ? [
      {
        extends: true,
        test: { name: 'office', environment: 'node', include: ['tests/office/**/*.test.ts'] },
      },
    ]
  : []

export default defineConfig({
  test: {
    // Two workers suit a small machine.
    maxWorkers: 2,
    // Only what never ends takes so long: no test fails because its machine is slow or its disk busy.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    // A test that passes only on its second try is counted apart: `npm test` names it.
    retry: 1,
    reporters:
      reports === undefined
        ? ['default']
        : [
            'default',
            ['json', { outputFile: join(reports, 'unit.json') }],
            secondTries(join(reports, 'secondTries.json')),
          ],
    sequence: { sequencer: LongFirst },
    setupFiles: ['tests/support/seed.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          // No module keeps state, so files share them: to load Lexical anew for each takes longer than most.
          isolate: false,
          include: [
            'shared/**/*.test.ts',
            'main/**/*.test.ts',
            'scripts/**/*.test.ts',
            ...crossCutting.map((folder) => `tests/${folder}/**/*.test.ts`),
          ],
        },
      },
      ...office,
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
