import { type MarkedArticle, piecesToDraw } from '../../shared/document/compare/pieces'
import type { ArticleContent } from '../../shared/document/content'
import { createRenderContext, directionOf, languageOf, partsOf } from '../../shared/document/html'
import { type ClickListener, listenToClicks } from './clicks'
import { createPen } from './draw'
import { createScrolling, type ScrollPlace } from './scrolling'
import { createShownParts } from './shownParts'
import { createShowPicture, type PictureSource } from './showPictures'

export interface PreviewOptions extends ClickListener {
  readonly pictures: PictureSource
  /** The person scrolled the preview. */
  onScroll(place: ScrollPlace): void
}

/** An article, or two versions of it as one. */
export type Drawable = ArticleContent | MarkedArticle

export interface Preview {
  /** Brings the page to `content`, a changed piece a step, to be run at one stroke or in slices. */
  steps(content: Drawable): Generator<void, void, void>
  update(content: Drawable): void
  scrollTo(place: ScrollPlace): void
  dispose(): void
}

/** Shows an article in a page that can run nothing, and keeps it as it is exported. */
export function createPreview(page: Document, options: PreviewOptions): Preview {
  const article = page.createElement('article')
  article.className = 'article'
  page.body.replaceChildren(article)
  const parts = createShownParts(article, createPen(page, createShowPicture(options.pictures)))
  const scrolling = createScrolling(page, { article, ...parts }, options.onScroll)
  const stopClicks = listenToClicks(page, parts.keyOf, options)

  function* steps(content: Drawable): Generator<void, void, void> {
    const isMarked = 'pieces' in content
    const lang = isMarked ? content.lang : languageOf(content)
    if (article.lang !== lang) {
      article.lang = lang
      // As the exported page has it.
      if (directionOf(lang) === 'rtl') article.dir = 'rtl'
      else article.removeAttribute('dir')
    }
    yield* parts.steps(
      isMarked ? piecesToDraw(content) : partsOf(content, createRenderContext(content)),
    )
  }

  return {
    steps,
    update(content) {
      for (const _ of steps(content));
    },
    scrollTo: scrolling.scrollTo,
    dispose() {
      scrolling.stop()
      stopClicks()
      article.remove()
    },
  }
}
