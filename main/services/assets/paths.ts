import { AppError } from '../../../shared/api/errors'
import type { FilePath } from '../../ports/fileStore'

/** The place that a relative path means from a folder; `/` at its start means the library's top. */
export function resolveFrom(folder: FilePath, relative: string): FilePath {
  const parts = relative.startsWith('/') || folder === '' ? [] : folder.split('/')
  for (const part of relative.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) {
      throw new AppError('denied', `“${relative}” lies outside the opened folder.`)
    }
  }
  return parts.join('/')
}

/** The way from a folder to a file, both in the library. */
export function pathBetween(folder: FilePath, file: FilePath): string {
  const from = folder === '' ? [] : folder.split('/')
  const to = file.split('/')
  let common = 0
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common += 1
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/')
}

/** An address as the path it stands for: `%20` is a space, and what follows `?` or `#` is no part of it. */
export function pathOfAddress(address: string): string {
  const path = address.replace(/[?#].*$/s, '')
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/** The file of the library that an address means from a folder; `null` for one elsewhere. */
export function fileOf(folder: FilePath, address: string): FilePath | null {
  if (address === '' || /^(?:[a-z][a-z\d+.-]*:|[/\\]{2})/i.test(address)) return null
  try {
    return resolveFrom(folder, pathOfAddress(address)) || null
  } catch {
    return null
  }
}
