import * as v from 'valibot'
import { AppError } from '../../../shared/api/errors'
import { STYLESHEET_HASH } from '../../../shared/document/html/stylesheet'
import type { FileStore, Root } from '../../ports/fileStore'
import { folderOf } from '../library/summary'
import { bytesOf, textOf } from '../utf8'

const NAME = '.galley-export.json'
/** Grows when exports of the same text become other bytes. */
const FORM = 6

const Schema = v.object({
  print: v.string(),
  articles: v.record(
    v.string(),
    v.object({
      source: v.string(),
      out: v.string(),
      revision: v.string(),
      title: v.optional(v.string(), ''),
      pictures: v.optional(v.array(v.string()), []),
    }),
  ),
})

/** What lists and pictures need of an article whose export is as it was: it is not read again. */
export interface Facts {
  /** `''` without a headline. */
  readonly title: string
  /** The pictures that it shows, by their paths from the top. */
  readonly pictures: readonly string[]
}

/** What an earlier export made of what. */
export interface Manifest {
  /** The same as long as the same text makes the same export. */
  readonly print: string
  readonly articles: Record<
    string,
    Facts & { readonly source: string; readonly out: string; readonly revision: string }
  >
}

export function createManifest(wish: object): Manifest {
  const { format, target, profile, pictures, review, design } = wish as Record<string, unknown>
  const print = JSON.stringify([
    FORM,
    STYLESHEET_HASH,
    format,
    target,
    profile,
    pictures,
    review,
    design,
  ])
  return { print, articles: {} }
}

/** What the folder says of its last export; nothing when it cannot be read. */
export async function readManifest(files: FileStore, to: Root): Promise<Manifest> {
  try {
    const { bytes } = await files.read(to, NAME, { maxBytes: 50_000_000 })
    const parsed = v.safeParse(Schema, JSON.parse(textOf(bytes)))
    if (parsed.success) return parsed.output
  } catch (error) {
    if (!(error instanceof AppError) && !(error instanceof SyntaxError)) throw error
  }
  return { print: '', articles: {} }
}

/** Writes a file whose bytes are not these already, and says whether it did. */
export async function writeIfChanged(
  files: FileStore,
  to: Root,
  path: string,
  bytes: Uint8Array,
  lasting: 'now' | 'later' = 'now',
): Promise<{ readonly isNew: boolean; readonly revision: string }> {
  if ((await files.stat(to, path)) === null) {
    if (folderOf(path) !== '') await files.makeFolder(to, folderOf(path))
    const { revision } = await files.create(to, path, bytes, lasting)
    return { isNew: true, revision }
  }
  const there = await files.read(to, path, { maxBytes: Number.POSITIVE_INFINITY })
  if (sameBytes(there.bytes, bytes)) return { isNew: false, revision: there.revision }
  const { revision } = await files.replace(to, path, bytes, there.revision)
  return { isNew: true, revision }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}

/**
 * Articles in order, so that the same export writes the same record. What it tells of has to be on the
 * disk before: the next run trusts it and looks at none of the files.
 */
export function writeManifest(files: FileStore, to: Root, manifest: Manifest): Promise<unknown> {
  const { print, articles } = manifest
  const paths = Object.keys(articles).sort()
  const ordered = {
    print,
    articles: Object.fromEntries(paths.map((path) => [path, articles[path]])),
  }
  return writeIfChanged(files, to, NAME, bytesOf(`${JSON.stringify(ordered, null, 1)}\n`))
}
