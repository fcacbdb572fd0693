import type { ArticleSummary, Revision } from '../../../shared/domain/article'
import type { FilePath } from '../../ports/fileStore'
import type { Clock } from '../../ports/host'

/** What a file was before it was no longer found. */
export interface Lost {
  readonly revision: Revision | null
  /** Names the file itself, whatever its path; absent where the disk has no such thing. */
  readonly file?: string
}

/** A file that came lately, as a place where a lost one may be. */
export interface Newcomer extends Lost {
  readonly path: FilePath
  readonly summary: ArticleSummary
}

interface Needs {
  readonly clock: Clock
  /** Whether the file is there again. */
  exists(path: FilePath): Promise<boolean>
  /** Files that are there now and were not some seconds ago. */
  newcomers(): Promise<readonly Newcomer[]>
  /** The article goes on at another path. */
  moved(from: FilePath, to: Newcomer): Promise<void>
  gone(path: FilePath): void
}

/** Finds the files of open articles again that other programs moved or renamed. */
export interface Following {
  /**
   * A file was not found where it was. Programs that save by renaming leave it away for a moment.
   * Nothing is known of what it `was` when it is looked for already, or never was read.
   */
  lost(path: FilePath, was: Lost | undefined): void
  /** Looks for it now: its path, `null` when it is nowhere. */
  find(path: FilePath, was: Lost): Promise<FilePath | null>
}

/** How long a file may be away before it counts as gone. */
const GRACE_MS = 400

export function createFollowing({ clock, exists, newcomers, moved, gone }: Needs): Following {
  const waiting = new Map<FilePath, () => void>()
  const seeking = new Map<FilePath, Promise<FilePath | null>>()

  function forget(path: FilePath): void {
    waiting.get(path)?.()
    waiting.delete(path)
  }

  /** Two that look for one file are answered alike. */
  function find(path: FilePath, was: Lost): Promise<FilePath | null> {
    forget(path)
    const before = seeking.get(path)
    if (before !== undefined) return before
    const search = seek(path, was).finally(() => seeking.delete(path))
    seeking.set(path, search)
    return search
  }

  async function seek(path: FilePath, was: Lost): Promise<FilePath | null> {
    if (await exists(path)) return path
    const found = theSame(was, await newcomers())
    if (found === null) {
      gone(path)
      return null
    }
    await moved(path, found)
    return found.path
  }

  return {
    lost(path, was) {
      if (waiting.has(path) || seeking.has(path)) return
      if (was === undefined) {
        gone(path)
        return
      }
      const cancel = clock.after(GRACE_MS, () => void find(path, was).catch(() => gone(path)))
      waiting.set(path, cancel)
    },
    find,
  }
}

/** The one newcomer that is the lost file: the same file by the disk's own account, else the same text. */
function theSame(was: Lost, newcomers: readonly Newcomer[]): Newcomer | null {
  const byFile = newcomers.filter(({ file }) => file !== undefined && file === was.file)
  if (byFile.length > 0) return byFile[0] ?? null
  const byText = newcomers.filter(
    ({ revision, summary }) => revision !== null && revision === was.revision && summary.size > 0,
  )
  // Of two alike none is surely the one.
  return byText.length === 1 ? (byText[0] ?? null) : null
}
