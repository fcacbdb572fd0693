import { AppError } from '../../../shared/api/errors'
import { numberedName } from '../../../shared/domain/fileName'

/** More names than this taken by numbers means that something else is wrong. */
const MAX_TRIES = 1000

/** Tries `talks.md`, `talks-2.md` … until `use` finds one that is free; a taken one is its `conflict`. */
export async function withFreeName<T>(
  fileName: string,
  use: (fileName: string) => Promise<T>,
): Promise<T> {
  for (let n = 1; ; n++) {
    try {
      return await use(numberedName(fileName, n))
    } catch (error) {
      const isTaken = error instanceof AppError && error.code === 'conflict'
      if (!isTaken || n >= MAX_TRIES) throw error
    }
  }
}
