import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSources, root } from './sources'

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly hasInstallScript?: boolean
}
interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly allowScripts: Readonly<Record<string, boolean>>
}

function read<T>(path: string): T {
  return JSON.parse(readFileSync(join(root, path), 'utf8')) as T
}

const manifest = read<Manifest>('package.json')
const lock = read<{ readonly packages: Readonly<Record<string, Locked>> }>('package-lock.json')
const installed = Object.entries(lock.packages).filter(([path]) => path !== '')
const nameOf = (path: string) => path.replace(/^.*node_modules\//, '')

describe('the packages', () => {
  it('hold one copy of every lexical package, all of one version', () => {
    // Two copies break every instanceof between them.
    const copies = installed.filter(([path]) => /^(lexical|@lexical\/.+)$/.test(nameOf(path)))
    expect(copies.map(([path]) => path)).toEqual(
      copies.map(([path]) => `node_modules/${nameOf(path)}`),
    )
    expect([...new Set(copies.map(([, { version }]) => version))]).toEqual(['0.50.0'])
  })

  it('hold no reader of front matter that runs it', () => {
    const found = installed.map(([path]) => nameOf(path)).filter((name) => name === 'gray-matter')
    expect(found, 'gray-matter evaluates ---js front matter; use shared/article').toEqual([])
  })

  it('are named with exact versions', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
      .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))
      .map(([name, version]) => `${name}@${version}`)
    expect(loose).toEqual([])
  })

  it('come from whichever registry a person uses', () => {
    expect(installed.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
  })

  it('have a recorded decision for every install script', () => {
    const scripts = installed
      .filter(([, { hasInstallScript }]) => hasInstallScript)
      .map(([path]) => nameOf(path))
      // Denied as a development tool of macOS alone, with a prebuilt part.
      .filter((name) => name !== 'fsevents')
    expect(scripts.filter((name) => !(name in manifest.allowScripts))).toEqual([])
  })

  it('are declared when they are imported', () => {
    const declared = { ...manifest.dependencies, ...manifest.devDependencies }
    // Types of the trees only: the packages hold no code, so the compiler erases the import.
    const typesOnly = new Set(['mdast', 'hast', 'unist', 'estree'])
    const missing = readSources(['shared', 'main', 'renderer', 'tests', 'scripts'])
      .flatMap(({ path, imports }) => imports.map(({ specifier }) => ({ path, specifier })))
      .filter(({ specifier }) => /^[@\w]/.test(specifier) && !specifier.startsWith('node:'))
      .map(({ path, specifier }) => ({
        path,
        name: /^(@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? '',
      }))
      .filter(({ name }) => !(name in declared) && !typesOnly.has(name) && !name.includes(':'))
    expect(missing.map(({ path, name }) => `${path} imports ${name}`)).toEqual([])
  })
})
