import { compareContents, type MarkedArticle } from '../../shared/document/compare'
import { contentFromMarkdown } from '../../shared/document/export/content'
import { workAside } from '../state/aside'

/** Two versions of an article's file. */
export interface ComparedTexts {
  readonly before: string
  readonly after: string
}

/** Articles shorter than this are compared sooner than a worker starts. */
const SMALL = 16_000

export function compareTexts({ before, after }: ComparedTexts): MarkedArticle {
  return compareContents(contentFromMarkdown(before), contentFromMarkdown(after))
}

/** The two as one marked article; long ones in a worker, so that the desk never stands still for it. */
export function compareAside(texts: ComparedTexts, signal: AbortSignal): Promise<MarkedArticle> {
  const isSmall = texts.before.length + texts.after.length < SMALL
  if (isSmall) return Promise.resolve(compareTexts(texts))
  return workAside({
    input: texts,
    start: () => new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' }),
    here: compareTexts,
    signal,
  })
}
