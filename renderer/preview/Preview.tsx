import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useRef, useState } from 'react'
import { CHANGES_STYLESHEET } from '../../shared/document/compare/changesStyle'
import { STYLESHEET } from '../../shared/document/html/stylesheet'
import { createPreview, type Drawable, type Preview as Page } from './createPreview'
import { forwardKeys } from './forwardKeys'
import styles from './Preview.module.css'
import type { ScrollPlace } from './scrolling'
import type { PictureSource } from './showPictures'
import { createFollower } from './slices'

/** An open article, as far as the preview needs it. */
export interface PreviewSource {
  content(): Drawable
  onChange(listener: () => void): () => void
}

/** What the desk may ask of a preview that is shown. */
export interface PreviewHandle {
  scrollTo(place: ScrollPlace): void
}

export interface PreviewProps {
  readonly source: PreviewSource
  readonly pictures: PictureSource
  readonly theme: 'system' | 'light' | 'dark'
  /** What the frame is called to those who hear it. */
  readonly title?: string
  /** What the page's design adds to the articles' own style. */
  readonly style?: string
  readonly ref?: Ref<PreviewHandle>
  onOpenLink(url: string): void
  onBlockClick?(key: string): void
  onScroll?(place: ScrollPlace): void
}

/** The exported page's own styles, put in by object because no text in this page can be a style. */
function putStylesIn(page: Document, added: string): void {
  const Sheet = page.defaultView?.CSSStyleSheet
  if (!Sheet) return
  page.adoptedStyleSheets = [STYLESHEET, added, CHANGES_STYLESHEET].map((text) => {
    const sheet = new Sheet()
    sheet.replaceSync(text)
    return sheet
  })
}

/**
 * The article as it will be published, in a frame that runs no scripts; the desk draws into it.
 * It follows the source by itself, so that a keystroke renders no component.
 */
export function Preview(props: PreviewProps) {
  const { source, pictures, theme, style = '', title = 'Preview', ref } = props
  const frame = useRef<HTMLIFrameElement>(null)
  const [page, setPage] = useState<Document | null>(null)
  const shown = useRef<Page | null>(null)
  const latest = useRef(props)
  latest.current = props

  useImperativeHandle(ref, () => ({ scrollTo: (place) => shown.current?.scrollTo(place) }), [])

  useEffect(() => {
    if (page) page.documentElement.dataset.theme = theme
  }, [page, theme])

  useLayoutEffect(() => {
    if (page) putStylesIn(page, style)
  }, [page, style])

  useEffect(() => {
    if (!page) return
    const preview = createPreview(page, {
      pictures,
      onOpenLink: (url) => latest.current.onOpenLink(url),
      onBlockClick: (key) => latest.current.onBlockClick?.(key),
      onScroll: (place) => latest.current.onScroll?.(place),
    })
    shown.current = preview
    const drawing = createFollower(() => preview.steps(source.content()))
    drawing.follow()
    const stopFollowing = source.onChange(drawing.follow)
    const stopKeys = forwardKeys(page, window)
    return () => {
      stopFollowing()
      drawing.stop()
      stopKeys()
      preview.dispose()
      shown.current = null
    }
  }, [page, source, pictures])

  function onLoad(): void {
    setPage(frame.current?.contentDocument ?? null)
  }

  return (
    <iframe
      ref={frame}
      className={styles.frame}
      title={title}
      src="./preview.html"
      sandbox="allow-same-origin"
      onLoad={onLoad}
    />
  )
}
