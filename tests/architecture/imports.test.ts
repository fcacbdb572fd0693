import { describe, expect, it } from 'vitest'
import { importsOf, isTest, readSources, type Source } from './sources'
import { complaint } from './zones'

const sources = readSources()
const running = sources.filter(({ path }) => !isTest(path))

function complaints(
  of: readonly Source[],
  judge: (from: string, target: string) => string | undefined,
) {
  return of.flatMap(({ path, targets }) =>
    targets.flatMap(({ target }) => judge(path, target) ?? []),
  )
}

describe('the reading of imports', () => {
  it('finds every form, and tells what the compiler erases', () => {
    const text = `
import a from './a'
import { b, type B } from "./b"
import type { C } from './c'
import {
  type D,
  type E,
} from './d'
export * from './e'
export type { F } from './f'
import './g.css'
const h = await import('./h')
// import i from './i'
/* import j from './j' */
const text = "import k from 'k'"
`
    expect(importsOf(text)).toEqual([
      { specifier: './a', typeOnly: false, isDynamic: false },
      { specifier: './b', typeOnly: false, isDynamic: false },
      { specifier: './c', typeOnly: true, isDynamic: false },
      { specifier: './d', typeOnly: true, isDynamic: false },
      { specifier: './e', typeOnly: false, isDynamic: false },
      { specifier: './f', typeOnly: true, isDynamic: false },
      { specifier: './g.css', typeOnly: false, isDynamic: false },
      { specifier: './h', typeOnly: false, isDynamic: true },
    ])
  })

  it('complains of a wrong import and says where the thing belongs', () => {
    expect(complaint('renderer/app/x.ts', 'main/backend.ts')).toMatch(/meet only in shared\/api/)
    expect(complaint('main/services/x.ts', 'main/adapters/node/y.ts')).toMatch(/main\/ports/)
    expect(complaint('shared/domain/x.ts', 'shared/api/y.ts')).toMatch(/shared\/article/)
    expect(complaint('main/cli/x.ts', 'main/electron/y.ts')).toMatch(/main\/adapters/)
    expect(complaint('main/browser/x.ts', 'main/adapters/node/y.ts')).toBeUndefined()
    expect(complaint('renderer/app/x.ts', 'shared/api/y.ts')).toBeUndefined()
    expect(complaint('shared/domain/x.ts', 'valibot')).toBeUndefined()
  })
})

describe('the house', () => {
  it('keeps its dependency rule', () => {
    expect(complaints(running, complaint)).toEqual([])
  })

  it('keeps renderer and main apart in tests too', () => {
    const judge = (from: string, target: string) =>
      (from.startsWith('renderer/') && target.startsWith('main/')) ||
      (from.startsWith('main/') && target.startsWith('renderer/'))
        ? `${from} imports ${target}. A test that needs both belongs in tests/.`
        : undefined
    expect(
      complaints(
        sources.filter(({ path }) => isTest(path)),
        judge,
      ),
    ).toEqual([])
  })

  it('imports electron in main/electron only', () => {
    const judge = (from: string, target: string) =>
      /^electron(\/|$)/.test(target) && !from.startsWith('main/electron/')
        ? `${from} imports electron. Name what you need as a port in main/ports and make it real in main/electron.`
        : undefined
    expect(complaints(sources, judge)).toEqual([])
  })

  it('uses no Node module outside main', () => {
    const judge = (from: string, target: string) =>
      target.startsWith('node:') && !from.startsWith('main/')
        ? `${from} imports ${target}. Ask the backend through shared/api, or name a port in main/ports.`
        : undefined
    expect(complaints(running, judge)).toEqual([])
  })

  it('reaches the disk in adapters and hosts only', () => {
    const judge = (from: string, target: string) =>
      target.startsWith('node:') && /^main\/(services|ports)\//.test(from)
        ? `${from} imports ${target}. A service takes what it needs as a port: name it in main/ports.`
        : undefined
    expect(complaints(running, judge)).toEqual([])
  })

  it('keeps React out of everything but screens', () => {
    const judge = (from: string, target: string) =>
      /^(react|react-dom|@lexical\/react|radix-ui)(\/|$)/.test(target) &&
      !from.startsWith('renderer/') &&
      !/^shared\/features\/\w+\/view\.tsx$/.test(from)
        ? `${from} imports ${target}. React belongs in renderer/, or in a feature's view.tsx.`
        : undefined
    expect(complaints(running, judge)).toEqual([])
  })

  it('uses @lexical/mdast where it can be replaced', () => {
    // Experimental by its own account; inline.ts is what the features' markdown.ts files share.
    const allowed = /^shared\/(document\/|features\/(\w+\/markdown(\.test)?|feature|inline)\.ts$)/
    const judge = (from: string, target: string) =>
      target.startsWith('@lexical/mdast') && !allowed.test(from)
        ? `${from} imports @lexical/mdast. It belongs in the feature's markdown.ts or in shared/document.`
        : undefined
    expect(complaints(sources, judge)).toEqual([])
  })

  it('shows the desk before it loads what reads and writes articles', () => {
    const judge = (path: string) =>
      /^shared\/(document|review|features|article)\//.test(path)
        ? [`The desk's first screen loads ${path}. Import what needs it when it is wanted.`]
        : []
    expect(loadedBy('renderer/entry/main.tsx').flatMap(judge)).toEqual([])
  })

  it('has no cycle among its modules', () => {
    expect(cyclesIn(running)).toEqual([])
  })

  it('notices a cycle', () => {
    const module = (path: string, target: string): Source => ({
      path,
      text: '',
      imports: [],
      targets: [{ target, typeOnly: false, isDynamic: false }],
    })
    expect(cyclesIn([module('a', 'b'), module('b', 'c'), module('c', 'a')])).toEqual([
      'a → b → c → a: move what they share into a module of its own',
    ])
  })
})

/** Every module that is loaded before the first line of `entry` runs. */
function loadedBy(entry: string): readonly string[] {
  const byPath = new Map(running.map((module) => [module.path, module]))
  const loaded = new Set([entry])
  for (const path of loaded) {
    for (const { target, typeOnly, isDynamic } of byPath.get(path)?.targets ?? []) {
      if (!typeOnly && !isDynamic) loaded.add(target)
    }
  }
  return [...loaded]
}

function cyclesIn(modules: readonly Source[]): readonly string[] {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const done = new Set<string>()
  const trail: string[] = []
  const found: string[] = []
  const visit = (path: string) => {
    const at = trail.indexOf(path)
    if (at >= 0) {
      const round = [...trail.slice(at), path].join(' → ')
      found.push(`${round}: move what they share into a module of its own`)
      return
    }
    const module = byPath.get(path)
    if (!module || done.has(path)) return
    trail.push(path)
    for (const { target, typeOnly } of module.targets) if (!typeOnly) visit(target)
    trail.pop()
    done.add(path)
  }
  for (const { path } of modules) visit(path)
  return found
}
