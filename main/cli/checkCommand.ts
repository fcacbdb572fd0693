import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/api/errors'
import { readMeta, splitArticle } from '../../shared/article'
import {
  checkArticle,
  type Finding,
  filesNamedIn,
  NO_HOUSE_RULES,
  readHouseRules,
} from '../../shared/document/checks'
import { lineOf } from '../../shared/document/checks/lines'
import { contentFromMarkdown } from '../../shared/document/export'
import { withoutExtension } from '../../shared/domain/fileName'
import { type Slugged, takenSlugs } from '../../shared/domain/libraryCopies'
import { listFile, parseReview } from '../../shared/review'
import { missingFiles, readRules } from '../backend'
import type { FileStore } from '../ports/fileStore'
import { type ArticleFile, readArticleFile } from './articleFile'
import type { Terminal } from './terminal'

interface Needs {
  readonly files: FileStore
  readonly terminal: Terminal
  readonly now: number
}

interface Checked {
  readonly file: string
  readonly article: ArticleFile
}

/** What is reported of one finding; `line` counts from 1 in the file. */
interface Reported extends Pick<Finding, 'check' | 'level' | 'message'> {
  readonly file: string
  readonly line: number
}

function slugOf(text: string): string {
  return readMeta(splitArticle(text).frontMatter).meta.slug.trim()
}

function filed({ file, article: { root, path, text } }: Checked): Slugged {
  const id = join(root, path)
  return { id, folder: dirname(id), fileName: basename(id), slug: slugOf(text), title: file }
}

/** The slugs of the other files that were named, with what each file is called. */
function otherSlugs(all: readonly Checked[], own: Checked): ReadonlyMap<string, string> {
  return takenSlugs(all.map(filed), filed(own).id)
}

async function checkOne(
  own: Checked,
  all: readonly Checked[],
  { files, terminal, now }: Needs,
): Promise<readonly Reported[]> {
  const { file, article } = own
  const { text } = article
  const content = contentFromMarkdown(text)
  const written = await readRules(files, article.root)
  const { rules, problems } =
    written === null ? { rules: NO_HOUSE_RULES, problems: [] } : readHouseRules(written)
  for (const problem of problems) terminal.complain(problem)
  const missing = new Set(await missingFiles(files, article, filesNamedIn(content)))
  const review = listFile(parseReview(text))
  const found = checkArticle(content, { missing, slugs: otherSlugs(all, own), review, now }, rules)
  return found.map(({ check, level, message, place }) => ({
    file,
    line: lineOf(place, text, content),
    check,
    level,
    message,
  }))
}

/** Checks articles before they are published. Resolves with whether nothing but notes was found. */
export async function checkFiles(
  paths: readonly string[],
  json: boolean,
  needs: Needs,
): Promise<boolean> {
  const { files, terminal } = needs
  const all: Checked[] = []
  let isSound = true
  for (const file of paths) {
    try {
      all.push({ file, article: await readArticleFile(files, file, terminal.currentFolder) })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      terminal.complain(`${file}: ${error.message}`)
      isSound = false
    }
  }
  const reported: Reported[] = []
  for (const own of all) {
    const found = await checkOne(own, all, needs)
    reported.push(...found)
    if (json) continue
    for (const { line, level, check, message } of found) {
      terminal.print(`${own.file}:${line}: ${level}: ${message} [${check}]\n`)
    }
    if (found.length === 0) {
      terminal.print(`${own.file}: nothing to report on “${titleOf(own)}”\n`)
    }
  }
  if (json) terminal.print(`${JSON.stringify(reported, null, 2)}\n`)
  return isSound && reported.every(({ level }) => level === 'note')
}

function titleOf({ file, article }: Checked): string {
  const { title } = readMeta(splitArticle(article.text).frontMatter).meta
  return title || withoutExtension(basename(file))
}
