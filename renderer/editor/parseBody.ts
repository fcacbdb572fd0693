import type { Root } from 'mdast'
import { parseMarkdown } from '../../shared/document/markdown/parse'

/** Starting a worker takes longer than parsing a body of so many characters … */
const SMALL = 4_000
/** … unless it holds more signs of Markdown than prose does: nesting costs their number squared. */
const FEW_SIGNS = 400
const SIGNS = /[^\p{L}\p{N}\p{Z}\n]/gu

/**
 * How long a stranger's Markdown may take to parse, in milliseconds, before it is shown as it is.
 * An honest book needs time in proportion to its length, also on a slow machine.
 */
const BUDGET_MS = 5_000
const BUDGET_MS_PER_CHARACTER = 0.03

/** Whether a body is parsed too soon for anyone to notice, whatever it says. */
export function isQuick(body: string): boolean {
  return body.length < SMALL && (body.match(SIGNS)?.length ?? 0) <= FEW_SIGNS
}

/**
 * Parses a body in a worker that is stopped when it takes too long: nesting can make Markdown
 * slow beyond any patience. Resolves with null for such a body.
 */
export function parseBody(body: string, signal: AbortSignal): Promise<Root | null> {
  if (isQuick(body)) return Promise.resolve(parseMarkdown(body))
  const worker = new Worker(new URL('./parse.worker.ts', import.meta.url), { type: 'module' })
  return new Promise<Root | null>((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), BUDGET_MS + body.length * BUDGET_MS_PER_CHARACTER)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
    worker.onmessage = ({ data }: MessageEvent<Root>) => {
      clearTimeout(timer)
      resolve(data)
    }
    worker.onerror = () => {
      clearTimeout(timer)
      resolve(null)
    }
    worker.postMessage(body)
  }).finally(() => worker.terminate())
}
