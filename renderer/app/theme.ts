import type { LayoutStore } from '../state/layoutStore'

/** About 52, 66 and 84 characters of the text face. */
const WIDTHS = { narrow: '30rem', normal: '38rem', wide: '50rem' } as const

/** Lets the root element follow the theme and text size, until the returned function is called. */
export function followAppearance(layout: LayoutStore, root: HTMLElement): () => void {
  const apply = () => {
    const { theme, textSize, textWidth } = layout.getState()
    root.dataset.theme = theme
    root.style.setProperty('--text-size', `${textSize}px`)
    root.style.setProperty('--page-width', WIDTHS[textWidth])
  }
  apply()
  return layout.subscribe(apply)
}
