import type { DiskCalls, DiskStats } from './diskCalls'

/** Remembers which files have nothing that a new file in their place would lack. */
export interface PlainFiles {
  isPlain(file: string, stats: DiskStats): Promise<boolean>
  /** A file that was just made by us, in the place of a plain one. */
  note(stats: DiskStats): void
}

const MOST = 1000

/** Asking costs as much as a save, so each state of a file is asked about once. */
export function createPlainFiles(disk: DiskCalls): PlainFiles {
  const known = new Map<string, Promise<boolean>>()
  // Any change of attributes moves the time of the last change, as the system keeps it.
  const keyOf = ({ dev, ino, ctimeMs }: DiskStats): string => `${dev}:${ino}:${ctimeMs}`
  const remember = (key: string, isPlain: Promise<boolean>): void => {
    known.delete(key)
    known.set(key, isPlain)
    const [oldest] = known.keys()
    if (known.size > MOST && oldest !== undefined) known.delete(oldest)
  }
  return {
    isPlain(file, stats) {
      const key = keyOf(stats)
      // A save that comes while the question is open waits for the same answer.
      const answer = known.get(key) ?? disk.hasExtraAttributes(file).then((hasExtra) => !hasExtra)
      remember(key, answer)
      answer.catch(() => known.delete(key))
      return answer
    },
    note: (stats) => remember(keyOf(stats), Promise.resolve(true)),
  }
}
