import type { Desk } from '../state/desk'

/** The panes of the desk as they are read, from top and left to bottom and right, by their `data-pane`. */
const PANES = [
  'bar',
  'banner',
  'library',
  'outline',
  'article',
  'review',
  'preview',
  'history',
  'notices',
] as const
export type PaneName = (typeof PANES)[number]

/** Windows wide enough for review and preview side by side. */
export const ROOM_FOR_BOTH = '(min-width: 1700px)'

const CONTROLS = 'button, input, select, textarea, summary, [tabindex]'

/** Frames to wait for a pane that is still being read or drawn. */
const TRIES = 20

/** The first thing in an element that Tab would stop at. */
function firstStop(within: Element): HTMLElement | null {
  const controls = within.querySelectorAll<HTMLElement>(CONTROLS)
  return [...controls].find((each) => each.tabIndex >= 0 && !each.matches(':disabled')) ?? null
}

/** What a pane names as its own place for the keyboard: that, or the first thing in it. */
function namedEntrance(pane: Element): HTMLElement | null {
  const named = pane.querySelector<HTMLElement>('[data-pane-focus], iframe')
  return named === null || named.tabIndex >= 0 ? named : (firstStop(named) ?? named)
}

const entranceOf = (pane: Element): HTMLElement | null => namedEntrance(pane) ?? firstStop(pane)

/** Those that are shown and have something for the keyboard: from one without, no key would lead on. */
function shownPanes(): readonly HTMLElement[] {
  return PANES.flatMap((name) => [
    ...document.querySelectorAll<HTMLElement>(`[data-pane="${name}"]`),
  ]).filter((pane) => pane.dataset.pane === 'article' || entranceOf(pane) !== null)
}

/** Moves the keyboard to the next pane, or the one before, and round at the ends. */
export function movePane({ stores }: Desk, step: 1 | -1): void {
  const panes = shownPanes()
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const next = at === -1 ? panes.findIndex(({ dataset }) => dataset.pane === 'article') : at + step
  const pane = panes[(next + panes.length) % panes.length]
  if (pane === undefined) return
  const { session } = stores.article.getState()
  if (pane.dataset.pane === 'article' && session !== null) session.focus()
  else entranceOf(pane)?.focus()
}

/** Puts the keyboard into the library's filter, also when the library has only just been shown. */
export function focusFilter(): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLInputElement>('[data-library-filter]')?.select()
  })
}

/** Puts the keyboard into the bar above the page, where the arrow keys go from tool to tool. */
export function focusTools(): void {
  document.querySelector<HTMLElement>('[data-formatting-bar]')?.focus()
}

/** Opens what stands behind the number of words. */
export function showCounts(): void {
  document.querySelector<HTMLElement>('[data-counts]')?.click()
}

/** Puts the keyboard into a pane, also when what it shows is still being read. */
export function focusPane(name: PaneName, tries = TRIES): void {
  requestAnimationFrame(() => {
    const pane = document.querySelector(`[data-pane="${name}"]`)
    const isLast = tries === 0
    const entrance = pane && (isLast ? entranceOf(pane) : namedEntrance(pane))
    entrance?.focus()
    // What is not drawn yet does not take it.
    if (!isLast && !entrance?.contains(document.activeElement)) focusPane(name, tries - 1)
  })
}

/**
 * Gives the keyboard back to the page when what had it is gone: a pane that was closed, a banner
 * whose cause is mended. A key must always go somewhere, and what has the focus must be seen.
 */
export function catchFocus({ stores }: Desk): void {
  const { activeElement } = document
  if (activeElement !== null && activeElement !== document.body) return
  const { session } = stores.article.getState()
  if (session !== null) session.focus()
  else document.querySelector<HTMLElement>('[data-article-list]')?.focus()
}
