import type { Page } from '@playwright/test'

/** What happened in the preview's frame while it was watched. */
export interface Watched {
  /** For each change: the frames since the first key that it answers. */
  readonly frames: readonly number[]
  /** How many of the blocks that were there stand there still, the same nodes in the same order. */
  readonly kept: number
  readonly fewestBlocks: number
  readonly wasLoadedAnew: boolean
}

declare global {
  interface Window {
    endPreviewWatch?: () => Watched
  }
}

/** Watches the preview, frame by frame, until `endWatch`. Returns how many blocks it shows. */
export function watchPreview(page: Page): Promise<number> {
  return page.getByTitle('Preview', { exact: true }).evaluate((element) => {
    const frame = element as HTMLIFrameElement
    const inside = frame.contentDocument
    const article = inside?.querySelector('article')
    if (!inside || !article) throw new Error('The preview shows no article.')
    const blocks = [...article.children]
    const frames: number[] = []
    let now = 0
    let asked: number | null = null
    let fewestBlocks = blocks.length
    let loads = 0
    let ticking = requestAnimationFrame(function tick() {
      now++
      ticking = requestAnimationFrame(tick)
    })
    const observer = new MutationObserver(() => {
      fewestBlocks = Math.min(fewestBlocks, article.childElementCount)
      if (asked !== null) frames.push(now - asked)
      asked = null
    })
    observer.observe(article, { childList: true, characterData: true, subtree: true })
    const onKey = ({ key }: KeyboardEvent) => {
      if (key.length === 1 || key === 'Enter') asked ??= now
    }
    const onLoad = () => {
      loads++
    }
    window.addEventListener('keydown', onKey, { capture: true })
    frame.addEventListener('load', onLoad)
    window.endPreviewWatch = () => {
      cancelAnimationFrame(ticking)
      observer.disconnect()
      window.removeEventListener('keydown', onKey, { capture: true })
      frame.removeEventListener('load', onLoad)
      let after: Element | null = null
      const kept = blocks.filter((block) => {
        const follows: boolean =
          block.parentNode === article &&
          (after === null || (after.compareDocumentPosition(block) & 4) !== 0)
        if (follows) after = block
        return follows
      })
      return {
        frames,
        kept: kept.length,
        fewestBlocks,
        wasLoadedAnew: loads > 0 || frame.contentDocument !== inside || !frame.isConnected,
      }
    }
    return blocks.length
  })
}

export async function endWatch(page: Page): Promise<Watched> {
  return page.evaluate(() => {
    const watched = window.endPreviewWatch?.()
    if (!watched) throw new Error('Nobody watches the preview.')
    return watched
  })
}
