import { basename, resolve } from 'node:path'
import { isArticleName } from '../../shared/domain/fileName'

const MAX_LENGTH = 4096
const OPTION = /^-/
/** `app:`, `https:` … but not the `C:` of a Windows path. */
const ADDRESS = /^[a-z][a-z\d+.-]+:/i

/**
 * The articles that a command line names. It may have been put together by any other program, so
 * options and addresses are passed over, and nothing but the name of an article counts.
 */
export function namedFiles(args: readonly unknown[], currentFolder: string): readonly string[] {
  return args
    .filter((arg): arg is string => typeof arg === 'string')
    .filter((arg) => arg !== '' && arg.length <= MAX_LENGTH && !arg.includes('\0'))
    .filter((arg) => !OPTION.test(arg) && !ADDRESS.test(arg) && isArticleName(basename(arg)))
    .map((arg) => resolve(currentFolder, arg))
}
