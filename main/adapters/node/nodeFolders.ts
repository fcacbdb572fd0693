import * as fs from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { AppError } from '../../../shared/api/errors'
import { problemWithName } from '../../../shared/domain/fileName'
import type { Root } from '../../ports/fileStore'
import type { Folders } from '../../ports/folders'
import { isInside } from './containment'
import { diskError } from './diskErrors'

/** The folders of this machine, as a person finds a library among them. */
export function createNodeFolders({ home }: { readonly home: string }): Folders {
  return {
    open,

    async browse(path, { isArticle }) {
      const entries = await list(path)
      const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      const children = await Promise.all(
        folders.map(async ({ name }) => {
          const child = join(path, name)
          const inside = await fs.readdir(child, { withFileTypes: true }).catch(() => [])
          const articles = inside.filter((entry) => entry.isFile() && isArticle(entry.name)).length
          return { path: child as Root, name, articles }
        }),
      )
      const parent = dirname(path)
      return {
        path,
        parent: parent === path ? null : (parent as Root),
        children: children.sort((a, b) => a.name.localeCompare(b.name)),
      }
    },

    async ensure(path) {
      try {
        await fs.mkdir(path, { recursive: true })
      } catch (error) {
        throw diskError(error, basename(path))
      }
      return open(path)
    },

    async create(parent, name) {
      const problem = problemWithName(name)
      if (problem !== null) throw new AppError('invalid', problem)
      try {
        await fs.mkdir(join(parent, name))
      } catch (error) {
        throw diskError(error, name)
      }
      return open(join(parent, name))
    },

    child: (parent, name) => join(parent, name),

    name: (path) => basename(path) || path,

    display(path) {
      const way = relative(home, path)
      if (!isInside(home, path)) return path
      return way === '' ? '~' : `~${sep}${way}`
    },

    async locate(file) {
      const absolute = resolve(file)
      return { folder: await open(dirname(absolute)), fileName: basename(absolute) }
    },

    within(root, path) {
      return isInside(root, path) ? relative(root, path).split(sep).join('/') : null
    },
  }
}

async function open(path: string): Promise<Root> {
  const name = basename(path) || path
  try {
    const real = await fs.realpath(path)
    if (!(await fs.stat(real)).isDirectory()) {
      throw new AppError('invalid', `“${name}” is not a folder.`)
    }
    await (await fs.opendir(real)).close()
    return real as Root
  } catch (error) {
    throw diskError(error, name)
  }
}

async function list(path: string) {
  try {
    return await fs.readdir(path, { withFileTypes: true })
  } catch (error) {
    throw diskError(error, basename(path) || path)
  }
}
