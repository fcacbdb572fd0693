import { writeFileSync } from 'node:fs'
import type { Reporter, TestCase } from 'vitest/node'

/** A reporter that writes the names of the tests that passed only on their second try to a file. */
export function secondTries(path: string): Reporter {
  const names: string[] = []
  return {
    onTestCaseResult(test: TestCase) {
      const retries = test.diagnostic()?.retryCount ?? 0
      if (retries > 0 && test.result().state === 'passed') {
        names.push(`${test.module.relativeModuleId} > ${test.fullName}`)
      }
    },
    onTestRunEnd() {
      writeFileSync(path, JSON.stringify(names))
    },
  }
}
