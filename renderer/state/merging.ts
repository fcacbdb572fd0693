import type { MergeInput, MergeResult } from '../../shared/article/merge'

/** Articles shorter than this are merged sooner than a worker starts. */
const SMALL = 8_000

/** How long a merge may take, in milliseconds, before the versions are shown whole, side by side. */
const BUDGET_MS = 15_000

/** Merges two rewritings of an article; a long one in a worker, so that typing never waits for it. */
export async function merge(input: MergeInput): Promise<MergeResult> {
  const { base, mine, theirs } = input
  if (base.length + mine.length + theirs.length < 3 * SMALL || typeof Worker === 'undefined') {
    const { mergeArticles } = await import('../../shared/document/merge')
    return mergeArticles(input)
  }
  const worker = new Worker(new URL('./merge.worker.ts', import.meta.url), { type: 'module' })
  const whole: MergeResult = {
    kind: 'conflict',
    parts: [{ kind: 'conflict', scale: 'blocks', base, mine, theirs }],
  }
  return new Promise<MergeResult>((resolve) => {
    const timer = setTimeout(() => resolve(whole), BUDGET_MS)
    worker.onmessage = ({ data }: MessageEvent<MergeResult>) => {
      clearTimeout(timer)
      resolve(data)
    }
    worker.onerror = () => {
      clearTimeout(timer)
      resolve(whole)
    }
    worker.postMessage(input)
  }).finally(() => worker.terminate())
}
