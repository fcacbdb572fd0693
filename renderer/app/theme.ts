import type { LayoutStore } from '../state/layoutStore'

/** In sizes of the text, so that a line keeps its letters when they grow: about 52, 66 and 84 of them. */
const WIDTHS = { narrow: 25.25, normal: 32, wide: 42 } as const

/** Lets the root element follow the theme and text size, until the returned function is called. */
export function followAppearance(layout: LayoutStore, root: HTMLElement): () => void {
  const apply = () => {
    const { theme, textSize, textWidth } = layout.getState()
    root.dataset.theme = theme
    root.style.setProperty('--text-size', `${textSize}px`)
    root.style.setProperty('--page-width', `${WIDTHS[textWidth] * textSize}px`)
  }
  apply()
  return layout.subscribe(apply)
}
