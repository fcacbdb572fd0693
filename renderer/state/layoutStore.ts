import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Output } from '../../shared/api/contract'

/** How the desk is laid out and how it reads: the person's settings as they stand in this window. */
export type LayoutState = Output<'settings.get'>

export type LayoutStore = StoreApi<LayoutState>

export const DEFAULT_LAYOUT: LayoutState = {
  theme: 'system',
  previewShown: true,
  historyShown: false,
  libraryShown: true,
  outlineShown: false,
  side: 'preview',
  previewDevice: 'pane',
  pageDesign: 'broadsheet',
  headingKeys: 'document',
  textSize: 19,
  smartTyping: true,
  textWidth: 'normal',
  focusMode: 'off',
  typewriter: false,
  author: '',
  handle: '',
  colour: '',
  sort: 'changed',
  historyHourlyDays: 7,
  historyDailyDays: 365,
  libraryWidth: 22,
  previewWidth: 34,
}

export function createLayoutStore(): LayoutStore {
  return createStore<LayoutState>(() => DEFAULT_LAYOUT)
}
