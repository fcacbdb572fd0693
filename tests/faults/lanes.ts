import { type TemporaryLibrary, temporaryLibrary } from './temporaryLibrary'

/** Processes that start and are killed at once spend most of their time waiting: several take turns. */
const LANES = 4

/** Does pieces of work in turn in each of several libraries, a folder for each, at the same time. */
export async function inLanes<T>(
  work: readonly T[],
  run: (library: TemporaryLibrary, piece: T) => Promise<void>,
): Promise<void> {
  const waiting = [...work]
  const lane = async (): Promise<void> => {
    const library = await temporaryLibrary()
    try {
      for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) {
        await run(library, piece)
      }
    } finally {
      library.dispose()
    }
  }
  await Promise.all(Array.from({ length: LANES }, lane))
}
