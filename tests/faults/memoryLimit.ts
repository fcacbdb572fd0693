import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lack } from './staging'

const GROUPS = '/sys/fs/cgroup'
/** Where the system keeps groups of processes with a limit to their memory: the old place and the new one. */
const PLACES = [
  { folder: join(GROUPS, 'memory'), limit: 'memory.limit_in_bytes' },
  { folder: GROUPS, limit: 'memory.max' },
]

export interface MemoryLimit {
  /** Put in front of a program: it and all that it starts have no more memory than this together. */
  readonly command: readonly string[]
  dispose(): void
}

function tryLimit(megabytes: number): MemoryLimit | null {
  for (const { folder, limit } of PLACES) {
    const group = join(folder, `galley-${process.pid}-${Date.now()}`)
    try {
      mkdirSync(group)
    } catch {
      continue
    }
    const dispose = (): void => rmdirSync(group)
    if (existsSync(join(group, limit))) {
      try {
        writeFileSync(join(group, limit), String(megabytes * 1024 * 1024))
        const enter = `echo $$ > ${group}/cgroup.procs && exec "$@"`
        return { command: ['sh', '-c', enter, 'sh'], dispose }
      } catch {
        // The next place may take it.
      }
    }
    dispose()
  }
  return null
}

export function limitMemory(megabytes: number): MemoryLimit {
  const limit = tryLimit(megabytes)
  if (limit === null) throw new Error('The memory cannot be limited here.')
  return limit
}

function lack(): Lack {
  const limit = tryLimit(512)
  limit?.dispose()
  return limit === null ? 'only an administrator of the system may limit memory' : null
}

export const lackOfMemoryLimits: Lack = lack()
