import { lazy, type ReactNode, Suspense } from 'react'
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels'
import { useStore } from 'zustand'
import { LibraryPane } from '../../library/LibraryPane'
import { changeSettings } from '../../state/actions/settings'
import { useMedia } from '../../ui/useMedia'
import { useCommandKeys, useCommands } from '../commands/useCommands'
import { useDesk, useLayout } from '../DeskContext'
import { Dialogs } from '../dialogs/Dialogs'
import { ErrorBoundary } from '../ErrorBoundary'
import { ROOM_FOR_BOTH } from '../panes'
import { TopBar } from '../topbar/TopBar'
import { useFocusKept } from '../useFocusKept'
import { ArticlePane } from './ArticlePane'
import { Banners } from './Banners'
import { Notices } from './Notices'
import styles from './Shell.module.css'

const OutlinePane = lazy(async () => ({
  default: (await import('../../outline/OutlinePane')).OutlinePane,
}))

const ReviewPane = lazy(async () => ({
  default: (await import('../../review/ReviewPane')).ReviewPane,
}))

const HistoryPane = lazy(async () => ({
  default: (await import('../../history/HistoryPane')).HistoryPane,
}))

const PreviewPane = lazy(async () => ({ default: (await import('./PreviewPane')).PreviewPane }))

/** The desk itself: bar, library, article, preview. */
export function Shell() {
  const desk = useDesk()
  const commands = useCommands()
  useCommandKeys(commands)
  const libraryShown = useLayout((state) => state.libraryShown)
  const outlineShown = useLayout((state) => state.outlineShown)
  const previewShown = useLayout((state) => state.previewShown)
  const historyShown = useLayout((state) => state.historyShown)

  const reviewShown = useStore(desk.stores.review, (state) => state.isShown)

  // Beside a review the preview needs a window that still leaves the text its width.
  const isRoomy = useMedia(ROOM_FOR_BOTH)

  const rememberWidths = (layout: Layout) => {
    const { libraryWidth, previewWidth } = desk.stores.layout.getState()
    void changeSettings(desk, {
      libraryWidth: clamp(layout.library ?? libraryWidth, 5, 60),
      previewWidth: clamp(layout.preview ?? previewWidth, 10, 70),
    })
  }

  return (
    <div className={styles.shell}>
      <TopBar commands={commands} />
      <Banners />
      <Group
        className={styles.panes}
        onLayoutChanged={(layout, { isUserInteraction }) => {
          if (isUserInteraction) rememberWidths(layout)
        }}
      >
        {libraryShown ? <LibrarySide /> : null}
        {outlineShown ? <OutlineSide /> : null}
        <Panel id="article" minSize={360}>
          <ArticlePane />
        </Panel>
        {reviewShown ? <ReviewSide /> : null}
        {/* The history stands where the preview does: three panes are what a window has room for. */}
        {previewShown && !historyShown && (isRoomy || !reviewShown) ? <PreviewSide /> : null}
        {historyShown ? <HistorySide /> : null}
      </Group>
      <Notices />
      <Dialogs commands={commands} />
    </div>
  )
}

function LibrarySide() {
  const { stores } = useDesk()
  return (
    <>
      <Panel
        id="library"
        defaultSize={`${stores.layout.getState().libraryWidth}%`}
        minSize={240}
        maxSize={480}
        groupResizeBehavior="preserve-pixel-size"
      >
        <Guarded what="The library">
          <LibraryPane />
        </Guarded>
      </Panel>
      <Separator className={styles.separator} title="Width of the library" />
    </>
  )
}

function OutlineSide() {
  return (
    <>
      <Panel id="outline" defaultSize={220} minSize={160} maxSize={360}>
        <Guarded what="The outline">
          <Suspense>
            <OutlinePane />
          </Suspense>
        </Guarded>
      </Panel>
      <Separator className={styles.separator} title="Width of the outline" />
    </>
  )
}

function ReviewSide() {
  return (
    <>
      <Separator className={styles.separator} title="Width of the review" />
      <Panel id="review" defaultSize={320} minSize={260} maxSize={520}>
        <Guarded what="The review">
          <Suspense>
            <ReviewPane />
          </Suspense>
        </Guarded>
      </Panel>
    </>
  )
}

function PreviewSide() {
  const { stores } = useDesk()
  return (
    <>
      <Separator className={styles.separator} title="Width of the preview" />
      <Panel id="preview" defaultSize={`${stores.layout.getState().previewWidth}%`} minSize={260}>
        <Guarded what="The preview">
          <Suspense>
            <PreviewPane />
          </Suspense>
        </Guarded>
      </Panel>
    </>
  )
}

function HistorySide() {
  const { stores } = useDesk()
  return (
    <>
      <Separator className={styles.separator} title="Width of the history" />
      <Panel id="history" defaultSize={`${stores.layout.getState().previewWidth}%`} minSize={280}>
        <Guarded what="The history">
          <Suspense>
            <HistoryPane />
          </Suspense>
        </Guarded>
      </Panel>
    </>
  )
}

function Guarded({ what, children }: { readonly what: string; readonly children: ReactNode }) {
  useFocusKept()
  return <ErrorBoundary what={what}>{children}</ErrorBoundary>
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, value))
}
