import type { AppData, Logger } from '../../ports/host'
import type { Serial } from '../serial'

/** One of Galley's own files: read once, kept in memory, written whole after each change. */
export interface StoredJson<T> {
  get(): Promise<T>
  /** Resolves when the change is on the disk; several at once are written as one. */
  update(change: (value: T) => T): Promise<void>
}

interface Needs {
  readonly appData: AppData
  readonly serial: Serial
  readonly logger: Logger
  /** Told, in a sentence, when a file could not be read and was put aside. */
  readonly onSetAside: (sentence: string) => void
}

/** `parse` makes the best of whatever was in the file, and of `undefined` when there was none. */
export function createStoredJson<T>(
  name: string,
  parse: (raw: unknown) => T,
  { appData, serial, logger, onSetAside }: Needs,
): StoredJson<T> {
  let loading: Promise<void> | null = null
  let value = parse(undefined)
  let isWritten = true

  async function load(): Promise<void> {
    try {
      const text = await appData.read(name)
      if (text !== null) value = parse(JSON.parse(text))
    } catch (error) {
      logger.warn(`${name} could not be read: ${String(error)}`)
      await setAside()
    }
  }

  async function setAside(): Promise<void> {
    try {
      const kept = await appData.setAside(name)
      onSetAside(
        `Galley’s file “${name}” was damaged. It is kept as “${kept}”, and Galley starts afresh.`,
      )
    } catch {
      onSetAside(`Galley’s file “${name}” cannot be read, so Galley starts afresh.`)
    }
  }

  const ready = (): Promise<void> => {
    loading ??= load()
    return loading
  }

  return {
    async get() {
      await ready()
      return value
    },
    async update(change) {
      await ready()
      value = change(value)
      isWritten = false
      await serial.run(name, async () => {
        if (isWritten) return
        isWritten = true
        try {
          await appData.write(name, `${JSON.stringify(value, null, 2)}\n`)
        } catch (error) {
          isWritten = false
          throw error
        }
      })
    },
  }
}
