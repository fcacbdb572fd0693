import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')

export interface ImportOf {
  /** As written, e.g. `../domain/article` or `lexical`. */
  readonly specifier: string
  /** Erased by the compiler: `import type`, `export type`, or nothing but `type` names. */
  readonly typeOnly: boolean
  /** Loaded when it is wanted: `import('./a')`. */
  readonly isDynamic: boolean
}

export interface Source {
  /** From the root, with `/` between parts. */
  readonly path: string
  readonly text: string
  readonly imports: readonly ImportOf[]
  /** What it imports of this repository, as paths; a package's name otherwise. */
  readonly targets: readonly (Omit<ImportOf, 'specifier'> & { readonly target: string })[]
}

const STATEMENT =
  /(?:^|[\n;])\s*(?:import|export)\s+(type\s+)?([\w*\s{},$]+?\s+from\s+)?['"]([^'"\n]+)['"]/g
const CALL = /\b(?:import|require)\s*\(\s*['"]([^'"\n]+)['"]\s*\)/g

/** Blanks comments out, so that an import that is only spoken of does not count. Strings stay. */
export function withoutComments(text: string): string {
  return text.replace(
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (whole, literal: string | undefined) => literal ?? whole.replace(/[^\n]/g, ' '),
  )
}

function onlyTypes(clause: string): boolean {
  const names = /^\{([^}]*)\}\s+from\s+$/.exec(clause.trimStart())?.[1]
  if (names === undefined) return false
  const list = names.split(',').map((name) => name.trim())
  return list.every((name) => name === '' || name.startsWith('type '))
}

/** Every module that a TypeScript file names in an import, a re-export or a dynamic import. */
export function importsOf(text: string): readonly ImportOf[] {
  const code = withoutComments(text)
  const found: ImportOf[] = []
  for (const [, type, clause, specifier] of code.matchAll(STATEMENT)) {
    if (specifier === undefined) continue
    found.push({
      specifier,
      typeOnly: type !== undefined || onlyTypes(clause ?? ''),
      isDynamic: false,
    })
  }
  for (const [, specifier] of code.matchAll(CALL)) {
    if (specifier !== undefined) found.push({ specifier, typeOnly: false, isDynamic: true })
  }
  return found
}

const ENDINGS = ['', '.ts', '.tsx', '/index.ts', '/index.tsx']

function targetOf(from: string, specifier: string): string {
  if (!specifier.startsWith('.')) return specifier
  const plain = specifier.replace(/\?.*$/, '')
  const path = posix.join(posix.dirname(from), plain)
  for (const ending of ENDINGS) {
    const candidate = path + ending
    if (/\.\w+$/.test(candidate) && existsSync(join(root, candidate))) return candidate
  }
  return path
}

function readSource(path: string): Source {
  const text = readFileSync(join(root, path), 'utf8')
  const imports = importsOf(text)
  const targets = imports.map(({ specifier, ...how }) => ({
    target: targetOf(path, specifier),
    ...how,
  }))
  return { path, text, imports, targets }
}

function filesIn(folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

/** The house's own code: what runs, its tests beside it, and nothing generated. */
export function readSources(
  folders: readonly string[] = ['shared', 'main', 'renderer'],
): readonly Source[] {
  return folders.flatMap(filesIn).map(readSource)
}

export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path)
}
