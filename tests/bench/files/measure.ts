import { quantile } from '../statistics'

/** One way of doing a thing, with what has to be made ready before each time. */
export interface Way {
  readonly name: string
  prepare?(): Promise<void>
  run(): Promise<unknown>
}

/** The median milliseconds of each way; they take turns, so that a slow moment meets all of them. */
export async function medians(ways: readonly Way[], rounds: number): Promise<readonly number[]> {
  const times = ways.map((): number[] => [])
  for (let round = 0; round < rounds; round++) {
    for (const [index, way] of ways.entries()) {
      await way.prepare?.()
      const start = performance.now()
      await way.run()
      times[index]?.push(performance.now() - start)
    }
  }
  return times.map((some) => quantile(some, 0.5))
}
