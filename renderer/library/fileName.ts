/** The parts of an article's file name: what a person thinks of as its name, and the rest. */
export function splitFileName(fileName: string): {
  readonly stem: string
  readonly ending: string
} {
  const dot = fileName.lastIndexOf('.')
  if (dot <= 0) return { stem: fileName, ending: '' }
  return { stem: fileName.slice(0, dot), ending: fileName.slice(dot) }
}

const MARKDOWN_ENDING = /\.(?:md|markdown|mdown|mkd)$/i

/** The file name for what a person typed: with the ending it had, unless they typed another for Markdown. */
export function fileNameFor(typed: string, before: string): string {
  const name = typed.trim()
  return MARKDOWN_ENDING.test(name) ? name : name + splitFileName(before).ending
}

/** Why a name will not do on any system, in a sentence; `null` when it will. The backend has the last word. */
export function nameProblem(typed: string): string | null {
  const name = typed.trim()
  if (name === '') return 'A file needs a name.'
  if (/[/\\]/.test(name))
    return 'A name cannot hold / or \\. To file it elsewhere, use “Move to folder”.'
  if (/\p{Cc}/u.test(name)) return 'A name cannot hold line breaks or control characters.'
  return null
}

/** Why a folder's path inside the library will not do; `null` when it will. */
export function folderProblem(typed: string): string | null {
  if (/[\\\p{Cc}]/u.test(typed))
    return 'Put / between folders; a name cannot have \\ or control characters in it.'
  const parts = typed.split('/')
  if (parts.some((part) => part === '..' || part === '.'))
    return 'A folder must lie inside the library.'
  return null
}

/** A folder as the library writes it, from what a person typed: no spaces or slashes around its parts. */
export function tidyFolder(typed: string): string {
  return typed
    .split('/')
    .map((part) => part.trim())
    .filter(Boolean)
    .join('/')
}
