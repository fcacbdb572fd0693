import type { TestSpecification } from 'vitest/node'
import { BaseSequencer } from 'vitest/node'

/**
 * The test files that take longest, longest first. Two workers finish together only if what is long does
 * not come last, and a fresh clone remembers no durations to go by.
 */
export const LONGEST = [
  'tests/faults/kills.test.ts',
  'tests/conformance/edits/edits.test.ts',
  'tests/faults/otherPrograms.test.ts',
  'tests/conformance/roundtrip.test.ts',
  'shared/document/articleDocument.test.ts',
  'main/adapters/node/docx/review.test.ts',
  'tests/conformance/hostile/exports.test.ts',
  'shared/document/html/block.test.ts',
  'shared/document/merge.test.ts',
  'tests/faults/twoHosts.test.ts',
  'tests/faults/powerLoss.test.ts',
  'tests/faults/typing.test.ts',
] as const

function place({ moduleId }: TestSpecification): number {
  const index = LONGEST.findIndex((path) => moduleId.replaceAll('\\', '/').endsWith(`/${path}`))
  return index < 0 ? LONGEST.length : index
}

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    return sorted.sort((one, other) => place(one) - place(other))
  }
}
