import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A person's home that is empty and goes with the test: nothing of the real one is read or written. */
export interface TemporaryHome {
  readonly path: string
  /** What a process needs to take it for the home it runs in. */
  readonly env: Readonly<Record<string, string>>
  /** Path of a file or folder inside, `/` between parts. */
  at(path: string): string
  write(path: string, content: string | Uint8Array): void
  read(path: string): string
  bytes(path: string): Uint8Array
  remove(): void
}

const KEPT = ['PATH', 'DISPLAY', 'XAUTHORITY', 'SYSTEMROOT', 'LANG', 'COMSPEC', 'PATHEXT']

export function createTemporaryHome(): TemporaryHome {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'galley-home-')))
  const at = (inside: string) => join(path, ...inside.split('/'))
  const kept = KEPT.flatMap((name) => {
    const value = process.env[name]
    return value === undefined ? [] : [[name, value] as const]
  })
  for (const folder of ['Documents', 'tmp']) mkdirSync(at(folder))
  return {
    path,
    env: {
      ...Object.fromEntries(kept),
      HOME: path,
      USERPROFILE: path,
      APPDATA: at('AppData/Roaming'),
      LOCALAPPDATA: at('AppData/Local'),
      XDG_CONFIG_HOME: at('.config'),
      XDG_DATA_HOME: at('.local/share'),
      XDG_STATE_HOME: at('.local/state'),
      XDG_CACHE_HOME: at('.cache'),
      TMPDIR: at('tmp'),
    },
    at,
    write(file, content) {
      mkdirSync(dirname(at(file)), { recursive: true })
      writeFileSync(at(file), content)
    },
    read: (file) => readFileSync(at(file), 'utf8'),
    bytes: (file) => readFileSync(at(file)),
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
  }
}
