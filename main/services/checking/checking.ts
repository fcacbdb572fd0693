import type { Output } from '../../../shared/api/contract'
import { AppError } from '../../../shared/api/errors'
import { HOUSE_RULES_FILE, pathOfFile } from '../../../shared/document/checks'
import type { ArticleId } from '../../../shared/domain/article'
import { takenSlugs } from '../../../shared/domain/libraryCopies'
import type { FileStore, Root } from '../../ports/fileStore'
import type { ArticlePlace, Identities } from '../identities'
import { folderOf } from '../library/summary'
import { textOf } from '../utf8'

const MAX_RULES_BYTES = 65_536

interface Needs {
  readonly files: FileStore
  readonly identities: Identities
  readonly library: { list(): Promise<Output<'library.list'>> }
}

export interface Checking {
  facts(id: ArticleId, files: readonly string[]): Promise<Output<'checks.facts'>>
}

/** Finds out what the checks before publishing cannot see in the article itself. */
export function createChecking({ files, identities, library }: Needs): Checking {
  return {
    async facts(id, named) {
      const place = identities.placeOf(id)
      const [missing, rules, { articles }] = await Promise.all([
        missingFiles(files, place, named),
        readRules(files, place.root),
        library.list(),
      ])
      const slugs = [...takenSlugs(articles, id)].map(([slug, title]) => ({ slug, title }))
      return { missing: [...missing], rules, slugs }
    },
  }
}

/** The addresses at which there is nothing that the article's page could reach. */
export async function missingFiles(
  files: FileStore,
  { root, path }: ArticlePlace,
  named: readonly string[],
): Promise<readonly string[]> {
  const found = await Promise.all(
    named.map(async (address) => {
      const parts = pathWithin(folderOf(path), pathOfFile(address))
      const state = parts === null ? null : await files.stat(root, parts).catch(() => null)
      return state === null ? [address] : []
    }),
  )
  return found.flat()
}

/** A relative path as one from the root; null for one that leads out of it. */
function pathWithin(folder: string, path: string): string | null {
  const parts = folder === '' ? [] : folder.split('/')
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return null
  }
  return parts.join('/')
}

/** The library's own rules as written; null when it has none. */
export async function readRules(files: FileStore, root: Root): Promise<string | null> {
  try {
    const { bytes } = await files.read(root, HOUSE_RULES_FILE, { maxBytes: MAX_RULES_BYTES })
    return textOf(bytes)
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  }
}
