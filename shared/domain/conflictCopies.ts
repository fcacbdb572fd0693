import { extensionOf, withoutExtension } from './fileName'

/** Programs that keep both versions when a file was changed in two places. */
export type SyncTool =
  | 'Dropbox'
  | 'Syncthing'
  | 'Nextcloud'
  | 'Seafile'
  | 'iCloud'
  | 'OneDrive'
  | 'Google Drive'

export interface ConflictCopy {
  readonly fileName: string
  /** Name of the file that this is another version of, in the same folder. */
  readonly original: string
  readonly tool: SyncTool
  /** Whether the name says so by itself; else a person may have called the file that. */
  readonly isCertain: boolean
}

/** Tells from its name that a file is a sync program's copy of one of its siblings; null for any other. */
export function conflictCopyOf(fileName: string, siblings: readonly string[]): ConflictCopy | null {
  const stem = withoutExtension(fileName)
  const extension = extensionOf(fileName)
  const certain = certainCopy(stem)
  if (certain) {
    const original = nameAmong(siblings, certain.stem + extension) ?? certain.stem + extension
    return { fileName, original, tool: certain.tool, isCertain: true }
  }
  for (const { tool, pattern } of AMBIGUOUS) {
    const found = pattern.exec(stem)?.[1]
    const original = found === undefined ? null : nameAmong(siblings, found + extension)
    if (original !== null) return { fileName, original, tool, isCertain: false }
  }
  return null
}

interface Named {
  readonly stem: string
  readonly tool: SyncTool
}

const SYNCTHING = /^(.+)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?$/
const OLD_NEXTCLOUD = /^(.+)_conflict-\d{8}-\d{6}$/
const NEXTCLOUD = /^conflicted copy\b.*\d{4}-\d{2}-\d{2} \d{6}$/
const SEAFILE = /^SFConflict .+\d{4}-\d{2}-\d{2}-\d{2}-\d{2}-\d{2}$/
const DROPBOX_KINDS = /^(?:selective sync|case|unicode encoding|whitespace) conflict(?: \d+)?$/i
/** Dropbox translates the words, not the date: “Anas in Konflikt stehende Kopie 2026-11-24”. */
const CONFLICT_WORDS =
  /confli[ct]|konflikt|kónflikt|конфлік|конфлик|ristirii|çakış|สับสน|ขัดแย้ง|xung đột|konflik|冲突|衝突|競合|コンフリクト|충돌/iu
const DATE = /\d{4}-\d{2}-\d{2}/

function certainCopy(stem: string): Named | null {
  const syncthing = SYNCTHING.exec(stem)?.[1]
  if (syncthing !== undefined) return { stem: syncthing, tool: 'Syncthing' }
  const old = OLD_NEXTCLOUD.exec(stem)?.[1]
  if (old !== undefined) return { stem: old, tool: 'Nextcloud' }
  // A second copy of one day has its number outside the brackets.
  const remark = lastBrackets(stem.replace(/ \(\d+\)$/, '')) ?? lastBrackets(stem)
  if (remark === null) return null
  const tool = toolOfRemark(remark.inside)
  return tool && { stem: remark.before, tool }
}

function toolOfRemark(remark: string): SyncTool | null {
  if (SEAFILE.test(remark)) return 'Seafile'
  if (NEXTCLOUD.test(remark)) return 'Nextcloud'
  if (DROPBOX_KINDS.test(remark)) return 'Dropbox'
  return DATE.test(remark) && CONFLICT_WORDS.test(remark) ? 'Dropbox' : null
}

/** What stands in the brackets at the end of a name, which may hold brackets itself: a computer's name can. */
function lastBrackets(stem: string): { readonly before: string; readonly inside: string } | null {
  if (!stem.endsWith(')')) return null
  let depth = 0
  for (let index = stem.length - 1; index > 0; index--) {
    if (stem[index] === ')') depth += 1
    if (stem[index] !== '(') continue
    depth -= 1
    if (depth > 0) continue
    const before = stem.slice(0, index).trimEnd()
    return before === '' ? null : { before, inside: stem.slice(index + 1, -1) }
  }
  return null
}

/** Names that a person may have given as well: they count only beside the file that they would be a copy of. */
const AMBIGUOUS: readonly { readonly tool: SyncTool; readonly pattern: RegExp }[] = [
  { tool: 'Google Drive', pattern: /^(.+) \([1-9]\d{0,2}\)$/ },
  { tool: 'iCloud', pattern: /^(.+) (?:[2-9]|[1-9]\d)$/ },
  // Windows gives computers names of up to 15 capitals; those of Apple’s tell what they are.
  { tool: 'OneDrive', pattern: /^(.+?)-(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{2,14}(?:-\d{1,2})?$/ },
  { tool: 'OneDrive', pattern: /^(.+?)-[^-]+(?:-[^-]+)*-(?:MacBook|iMac|Mac)(?:-[\w]+){0,2}$/ },
]

function nameAmong(siblings: readonly string[], name: string): string | null {
  return siblings.find((sibling) => isSameName(sibling, name)) ?? null
}

/** Apple’s file systems spell letters with marks otherwise than others do. */
function isSameName(a: string, b: string): boolean {
  return a === b || a.normalize('NFC') === b.normalize('NFC')
}
