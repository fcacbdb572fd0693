import * as v from 'valibot'
import { Place } from '../../../shared/api/contract'
import type { FilePath, Root } from '../../ports/fileStore'
import type { StoredJson } from './storedJson'

export type PlaceInArticle = v.InferOutput<typeof Place>

const StoredLibrary = v.object({
  path: v.string(),
  /** The article that was open last, by its path in the library. */
  article: v.optional(v.nullable(v.string()), null),
  places: v.optional(v.array(v.object({ path: v.string(), place: Place })), []),
  /** What was exported into the library, so that an export nobody touched may be replaced by the next. */
  exports: v.optional(v.array(v.object({ path: v.string(), revision: v.string() })), []),
})
type StoredLibrary = v.InferOutput<typeof StoredLibrary>

/** What the writer left, the library used last first. */
export interface SessionValue {
  readonly libraries: readonly StoredLibrary[]
}

const MAX_LIBRARIES = 12
const MAX_PLACES = 300

function newLibrary(path: string): StoredLibrary {
  return { path, article: null, places: [], exports: [] }
}

/** A session from whatever a file holds; what does not fit is left out. */
export function sessionFrom(raw: unknown): SessionValue {
  const outer = v.safeParse(v.object({ libraries: v.array(v.unknown()) }), raw)
  if (!outer.success) return { libraries: [] }
  const libraries = outer.output.libraries.flatMap((library) => {
    const parsed = v.safeParse(StoredLibrary, library)
    return parsed.success ? [parsed.output] : []
  })
  return { libraries: libraries.slice(0, MAX_LIBRARIES) }
}

/** Where a person was: which libraries, which article, which place in it. */
export interface Session {
  libraries(): Promise<readonly string[]>
  usedLibrary(root: Root): Promise<void>
  article(root: Root): Promise<FilePath | null>
  setArticle(root: Root, path: FilePath | null): Promise<void>
  place(root: Root, path: FilePath): Promise<PlaceInArticle | null>
  setPlace(root: Root, path: FilePath, place: PlaceInArticle): Promise<void>
  moved(root: Root, from: FilePath, to: FilePath): Promise<void>
  /** The revision that an export of ours had at this path; `null` for a file that is none. */
  exported(root: Root, path: FilePath): Promise<string | null>
  setExported(root: Root, path: FilePath, revision: string): Promise<void>
}

export function createSession(stored: StoredJson<SessionValue>): Session {
  async function find(root: Root): Promise<StoredLibrary | undefined> {
    return (await stored.get()).libraries.find(({ path }) => path === root)
  }

  async function change(
    root: Root,
    edit: (library: StoredLibrary) => StoredLibrary,
  ): Promise<void> {
    await stored.update(({ libraries }) => {
      const known = libraries.some(({ path }) => path === root)
      const all = known ? libraries : [newLibrary(root), ...libraries]
      return { libraries: all.map((library) => (library.path === root ? edit(library) : library)) }
    })
  }

  return {
    libraries: async () => (await stored.get()).libraries.map(({ path }) => path),

    usedLibrary: (root) =>
      stored.update(({ libraries }) => {
        const known = libraries.find(({ path }) => path === root)
        const others = libraries.filter(({ path }) => path !== root)
        const used = known ?? newLibrary(root)
        return { libraries: [used, ...others].slice(0, MAX_LIBRARIES) }
      }),

    article: async (root) => (await find(root))?.article ?? null,

    setArticle: (root, path) => change(root, (library) => ({ ...library, article: path })),

    place: async (root, path) =>
      (await find(root))?.places.find((entry) => entry.path === path)?.place ?? null,

    setPlace: (root, path, place) =>
      change(root, (library) => ({
        ...library,
        places: [{ path, place }, ...library.places.filter((entry) => entry.path !== path)].slice(
          0,
          MAX_PLACES,
        ),
      })),

    exported: async (root, path) =>
      (await find(root))?.exports.find((entry) => entry.path === path)?.revision ?? null,

    setExported: (root, path, revision) =>
      change(root, (library) => ({
        ...library,
        exports: [
          { path, revision },
          ...library.exports.filter((entry) => entry.path !== path),
        ].slice(0, MAX_PLACES),
      })),

    moved: (root, from, to) =>
      change(root, (library) => ({
        ...library,
        article: library.article === from ? to : library.article,
        places: library.places
          .filter((entry) => entry.path !== to)
          .map((entry) => (entry.path === from ? { ...entry, path: to } : entry)),
      })),
  }
}
