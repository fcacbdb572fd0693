import { readMeta, splitArticle } from '../../../shared/article'
import type { ArticleId, ArticleSummary } from '../../../shared/domain/article'
import { withoutExtension } from '../../../shared/domain/fileName'
import { cleanText } from '../../../shared/review'
import { countWords } from '../../../shared/text/countWords'
import type { FilePath, FileState } from '../../ports/fileStore'
import { plainBody } from './plainText'

export interface Listed {
  readonly id: ArticleId
  readonly path: FilePath
  readonly state: Pick<FileState, 'size' | 'modified'>
}

export function fileNameOf(path: FilePath): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

export function folderOf(path: FilePath): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')))
}

export function joinPath(folder: string, name: string): FilePath {
  return folder === '' ? name : `${folder}/${name}`
}

/** A row of the library for an article that was not read, or could not be. */
export function bareSummary({ id, path, state }: Listed, problem?: string): ArticleSummary {
  const fileName = fileNameOf(path)
  return {
    id,
    fileName,
    folder: folderOf(path),
    title: withoutExtension(fileName),
    standfirst: '',
    excerpt: '',
    status: '',
    words: 0,
    modified: state.modified,
    size: state.size,
    ...(problem === undefined ? {} : { problem }),
  }
}

/** A row of the library from an article's text. */
export function summaryOf(listed: Listed, text: string): ArticleSummary {
  const { frontMatter, body } = splitArticle(cleanText(text, 'accepted'))
  const { meta } = readMeta(frontMatter)
  const plain = plainBody(body)
  const bare = bareSummary(listed)
  return {
    ...bare,
    title: meta.title || plain.heading || bare.title,
    standfirst: meta.standfirst,
    excerpt: plain.excerpt,
    status: meta.status,
    ...(meta.reviewer === '' ? {} : { reviewer: meta.reviewer }),
    ...(meta.slug === '' ? {} : { slug: meta.slug }),
    words: countWords(meta.title) + countWords(meta.standfirst) + countWords(plain.text),
  }
}
