/** Runs work one after the other for each key, and at once for different keys. */
export interface Serial {
  run<T>(key: string, work: () => Promise<T>): Promise<T>
  /** Resolves when all that was asked for so far is done. */
  idle(): Promise<void>
}

export function createSerial(): Serial {
  const tails = new Map<string, Promise<unknown>>()
  return {
    run(key, work) {
      const before = tails.get(key) ?? Promise.resolve()
      // Work waits for what came before, not for its success.
      const done = before.then(work, work)
      const tail = done.catch(() => undefined)
      tails.set(key, tail)
      void tail.then(() => {
        if (tails.get(key) === tail) tails.delete(key)
      })
      return done
    },
    async idle() {
      while (tails.size > 0) await Promise.all(tails.values())
    },
  }
}
