import { compareContents, type MarkedArticle } from '../../shared/document/compare'
import { contentFromMarkdown } from '../../shared/document/export/content'

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
  if (isSmall || typeof Worker === 'undefined') return Promise.resolve(compareTexts(texts))
  const worker = new Worker(new URL('./compare.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<MarkedArticle>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('The comparison was called off.')))
    worker.onmessage = ({ data }: MessageEvent<MarkedArticle>) => resolve(data)
    worker.onerror = () => resolve(compareTexts(texts))
    worker.postMessage(texts)
  }).finally(() => worker.terminate())
}
