import type { Desk } from '../state/desk'

/** The panes of the desk from left to right, by their `data-pane`. */
const PANES = ['library', 'outline', 'article', 'review', 'preview', 'history'] as const
export type PaneName = (typeof PANES)[number]

/** Windows wide enough for review and preview side by side. */
export const ROOM_FOR_BOTH = '(min-width: 1700px)'

function shownPanes(): readonly HTMLElement[] {
  return PANES.flatMap((name) => [
    ...document.querySelectorAll<HTMLElement>(`[data-pane="${name}"]`),
  ])
}

/** Moves the keyboard to the next pane, or the one before, and round at the ends. */
export function movePane({ stores }: Desk, step: 1 | -1): void {
  const panes = shownPanes()
  if (panes.length === 0) return
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const pane = panes[(Math.max(at, 0) + (at === -1 ? 0 : step) + panes.length) % panes.length]
  const { session } = stores.article.getState()
  if (pane?.dataset.pane === 'article' && session !== null) session.focus()
  else pane?.querySelector<HTMLElement>('[data-pane-focus], iframe')?.focus()
}

/** Puts the keyboard into the list of versions, also when the history has only just been shown. */
export function focusHistory(tries = 20): void {
  const list = document.querySelector<HTMLElement>('[data-pane="history"] [data-pane-focus]')
  if (list !== null) list.focus()
  else if (tries > 0) requestAnimationFrame(() => focusHistory(tries - 1))
}

/** Puts the keyboard into the library's filter, also when the library has only just been shown. */
export function focusFilter(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLInputElement>('[data-library-filter]')?.select()
  })
}

/** Puts the keyboard into a pane, also when what it shows has only just changed. */
export function focusPane(name: PaneName): void {
  requestAnimationFrame(() => {
    document
      .querySelector(`[data-pane="${name}"]`)
      ?.querySelector<HTMLElement>('[data-pane-focus], iframe')
      ?.focus()
  })
}
