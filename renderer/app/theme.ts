import type { LayoutStore } from '../state/layoutStore'

/** Lets the root element follow the theme and text size, until the returned function is called. */
export function followAppearance(layout: LayoutStore, root: HTMLElement): () => void {
  const apply = () => {
    const { theme, textSize } = layout.getState()
    root.dataset.theme = theme
    root.style.setProperty('--text-size', `${textSize}px`)
  }
  apply()
  return layout.subscribe(apply)
}
