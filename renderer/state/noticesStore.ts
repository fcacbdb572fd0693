import { createStore, type StoreApi } from 'zustand/vanilla'

export interface NoticeAction {
  readonly label: string
  run(): void
}

/** Something the desk has to say. News goes by itself; a problem stays until it is settled or waved away. */
export interface Notice {
  /** A later notice with the same key takes this one's place. */
  readonly key: string
  readonly tone: 'news' | 'problem'
  readonly text: string
  readonly actions: readonly NoticeAction[]
}

export interface NoticesState {
  readonly notices: readonly Notice[]
  /** What a screen reader is to say now; a new object says the same words again. */
  readonly announcement: { readonly text: string }
}

export type NoticesStore = StoreApi<NoticesState>

export function createNoticesStore(): NoticesStore {
  return createStore<NoticesState>(() => ({ notices: [], announcement: { text: '' } }))
}

type NoticeInput = Pick<Notice, 'key' | 'text'> & { readonly actions?: readonly NoticeAction[] }

function put(store: NoticesStore, notice: Notice): void {
  store.setState(({ notices }) => ({
    notices: [...notices.filter((each) => each.key !== notice.key), notice].slice(-5),
  }))
}

export function tell(store: NoticesStore, { key, text, actions = [] }: NoticeInput): void {
  put(store, { key, tone: 'news', text, actions })
}

export function warn(store: NoticesStore, { key, text, actions = [] }: NoticeInput): void {
  put(store, { key, tone: 'problem', text, actions })
}

export function settle(store: NoticesStore, key: string): void {
  store.setState(({ notices }) =>
    notices.some((notice) => notice.key === key)
      ? { notices: notices.filter((notice) => notice.key !== key) }
      : { notices },
  )
}

/** Says something that everyone else can see anyway. */
export function announce(store: NoticesStore, text: string): void {
  store.setState({ announcement: { text } })
}
