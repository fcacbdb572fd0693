import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isTest, readSources, root } from './sources'

const home = 'shared/features'
const folders = readdirSync(join(root, home), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)

const featureOf = (path: string) => new RegExp(`^${home}/([^/]+)/`).exec(path)?.[1]

describe('every feature', () => {
  it.each(folders)('%s is complete in its folder', (folder) => {
    const files = readdirSync(join(root, home, folder))
    const missing = ['index.ts', 'markdown.ts', 'html.ts'].filter((file) => !files.includes(file))
    if (!files.some(isTest)) missing.push('a test beside it (round trip, HTML, menu action)')
    expect(missing, `${home}/${folder} lacks`).toEqual([])
  })

  it('is in the list once, and nothing else is', () => {
    const list = readFileSync(join(root, home, 'index.ts'), 'utf8')
    const listed = [...list.matchAll(/from '\.\/([\w-]+)(?:\/index)?'/g)].map(([, name]) => name)
    const features = listed.filter((name) => name !== undefined && folders.includes(name))
    expect(features.sort()).toEqual([...folders].sort())
  })

  it('leaves other features alone', () => {
    const complaints = readSources([home]).flatMap(({ path, targets }) => {
      const from = featureOf(path)
      if (!from || isTest(path)) return []
      return targets.flatMap(({ target }) => {
        const to = featureOf(target)
        if (!to && target === `${home}/index.ts`) {
          return `${path} imports the list of features. What needs the list belongs in shared/document.`
        }
        return to && to !== from
          ? `${path} imports ${target}. What two features share belongs beside ${home}/feature.ts.`
          : []
      })
    })
    expect(complaints).toEqual([])
  })

  it('is entered by its index, its styles or its view', () => {
    const complaints = readSources(['shared', 'main', 'renderer']).flatMap(({ path, targets }) => {
      if (isTest(path)) return []
      return targets.flatMap(({ target }) => {
        const to = featureOf(target)
        if (!to || featureOf(path) === to) return []
        return /\/(index\.ts|view\.tsx|[\w-]+\.css)$/.test(target)
          ? []
          : `${path} imports ${target}. Export what you need from ${home}/${to}/index.ts.`
      })
    })
    expect(complaints).toEqual([])
  })
})
