import { AppError } from '../../../shared/api/errors'
import type { Root } from '../../ports/fileStore'
import type { Folders } from '../../ports/folders'
import type { MemoryDisk } from './memoryFileStore'

/** The folders of a disk in memory. */
export function createMemoryFolders(
  { files, folders }: MemoryDisk,
  { home }: { readonly home: string },
): Folders {
  function open(path: string): Root {
    if (!folders.has(path)) throw new AppError('not-found', `“${nameOf(path)}” is no longer there.`)
    return path as Root
  }

  function ensure(path: string): Root {
    const parts = path.split('/').slice(1)
    for (let end = 1; end <= parts.length; end++) folders.add(`/${parts.slice(0, end).join('/')}`)
    return path as Root
  }

  function directlyIn(paths: Iterable<string>, parent: string): string[] {
    return [...paths].filter((path) => path !== parent && parentOf(path) === parent).sort()
  }

  return {
    open: async (path) => open(path),
    ensure: async (path) => ensure(path),
    async browse(path, { isArticle }) {
      const children = directlyIn(folders, open(path)).filter(
        (child) => !nameOf(child).startsWith('.'),
      )
      return {
        path,
        parent: path === '/' ? null : (parentOf(path) as Root),
        children: children.map((child) => ({
          path: child as Root,
          name: nameOf(child),
          articles: directlyIn(files.keys(), child).filter((file) => isArticle(nameOf(file)))
            .length,
        })),
      }
    },
    async create(parent, name) {
      const path = join(parent, name)
      if (folders.has(path)) {
        throw new AppError('conflict', `There is already something called “${name}”.`)
      }
      return ensure(path)
    },
    child: join,
    name: nameOf,
    display: (path) =>
      path === home || path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path,
    locate: async (file) => ({ folder: open(parentOf(file)), fileName: nameOf(file) }),
    within(root, path) {
      if (path === root) return ''
      return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : null
    },
  }
}

function join(parent: string, name: string): string {
  return parent === '/' ? `/${name}` : `${parent}/${name}`
}

function parentOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/')) || '/'
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1) || path
}
