import { Maximize2, Monitor, Palette, Smartphone, Tablet } from 'lucide-react'
import { Tabs } from 'radix-ui'
import { lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react'
import { SIDES } from '../../../shared/api/contract'
import type { ReviewText } from '../../../shared/domain/exports'
import { openLink } from '../../preview/openLink'
import { Preview, type PreviewHandle, type PreviewSource } from '../../preview/Preview'
import { ReviewTexts } from '../../preview/ReviewTexts'
import { usePictures } from '../../preview/usePictures'
import { DESIGNS } from '../../publish/designs'
import { usePageStyle } from '../../publish/usePageStyle'
import { changeSettings } from '../../state/actions/settings'
import type { ArticleSession } from '../../state/articleSession'
import type { Desk } from '../../state/desk'
import { showDialog } from '../../state/dialogStore'
import type { LayoutState } from '../../state/layoutStore'
import { IconButton } from '../../ui/IconButton'
import { Menu, type MenuEntry } from '../../ui/Menu'
import { useArticle, useDesk, useLayout } from '../DeskContext'
import styles from './PreviewPane.module.css'

const DetailsPanel = lazy(async () => ({
  default: (await import('../../publish/details/DetailsPanel')).DetailsPanel,
}))
const ChecksPanel = lazy(async () => ({
  default: (await import('../../publish/checks/ChecksPanel')).ChecksPanel,
}))

const LABELS: Readonly<Record<LayoutState['side'], string>> = {
  preview: 'Preview',
  details: 'Details',
  checks: 'Checks',
}

const DEVICE_FACES = [
  { device: 'phone', label: 'As on a phone', icon: Smartphone },
  { device: 'tablet', label: 'As on a tablet', icon: Tablet },
  { device: 'desktop', label: 'As on a desktop', icon: Monitor },
] as const

/** Beside the article: how readers will have it, what is said of it, and what is to be seen to. */
export function PreviewPane() {
  const desk = useDesk()
  const session = useArticle((state) => state.session)
  const side = useLayout((state) => state.side)
  if (session === null) {
    return (
      <aside className={styles.pane} data-pane="preview" aria-label="Preview">
        <p className={styles.nothing}>Open an article to see it as its readers will.</p>
      </aside>
    )
  }
  return (
    <Tabs.Root asChild value={side} onValueChange={(next) => showSide(desk, next)}>
      <aside className={styles.pane} data-pane="preview" aria-label={LABELS[side]}>
        <div className={styles.head}>
          <Tabs.List className={styles.tabs} aria-label="Beside the article">
            {SIDES.map((name) => (
              <Tabs.Trigger key={name} value={name} className={styles.tab}>
                {LABELS[name]}
              </Tabs.Trigger>
            ))}
          </Tabs.List>
          {side === 'preview' ? (
            <div className={styles.tools}>
              <Devices />
              <Look />
            </div>
          ) : null}
        </div>
        <Suspense>
          <Tabs.Content value="preview" className={styles.content} tabIndex={-1}>
            <SessionPreview key={session.id} session={session} />
          </Tabs.Content>
          <Tabs.Content
            value="details"
            className={styles.content}
            tabIndex={-1}
            data-pane-focus={side === 'details' ? '' : undefined}
          >
            <DetailsPanel key={session.id} session={session} />
          </Tabs.Content>
          <Tabs.Content
            value="checks"
            className={styles.content}
            tabIndex={-1}
            data-pane-focus={side === 'checks' ? '' : undefined}
          >
            <ChecksPanel key={session.id} session={session} />
          </Tabs.Content>
        </Suspense>
      </aside>
    </Tabs.Root>
  )
}

function showSide(desk: Desk, name: string): void {
  const side = SIDES.find((each) => each === name)
  if (side !== undefined) void changeSettings(desk, { side })
}

/** How wide the page is made; the pressed one again fits it to the pane. */
function Devices() {
  const desk = useDesk()
  const current = useLayout((state) => state.previewDevice)
  return (
    <div className={styles.devices}>
      {DEVICE_FACES.map(({ device, label, icon }) => (
        <IconButton
          key={device}
          icon={icon}
          label={label}
          pressed={device === current}
          onClick={() =>
            void changeSettings(desk, { previewDevice: device === current ? 'pane' : device })
          }
        />
      ))}
    </div>
  )
}

/** Which design the page has, and the way to see nothing else. */
function Look() {
  const desk = useDesk()
  const current = useLayout((state) => state.pageDesign)
  const entries: readonly MenuEntry[] = DESIGNS.map(({ value, label }) => ({
    kind: 'item',
    id: value,
    label,
    checked: value === current,
    run: () => void changeSettings(desk, { pageDesign: value }),
  }))
  return (
    <>
      <Menu label="Design of the page" entries={entries}>
        <IconButton icon={Palette} label="Design of the page" />
      </Menu>
      <IconButton
        icon={Maximize2}
        label="Reading view"
        onClick={() => showDialog(desk.stores.dialog, { kind: 'reading' })}
      />
    </>
  )
}

function SessionPreview({ session }: { readonly session: ArticleSession }) {
  const pictures = usePictures(session.id)
  const style = usePageStyle()
  const theme = useLayout((state) => state.theme)
  const preview = useRef<PreviewHandle>(null)
  useLevel(session, preview)
  const device = useLayout((state) => state.previewDevice)
  const review = useReviewText(session)
  if (pictures === null) return null
  return (
    <>
      {review.isOffered ? <ReviewTexts value={review.shown} onChange={review.show} /> : null}
      <div className={styles.screen} data-device={device}>
        <Preview
          ref={preview}
          source={review.source}
          pictures={pictures}
          theme={theme}
          style={style}
          onOpenLink={openLink}
          onBlockClick={(key) => session.jumpTo(key, '')}
          onScroll={session.scrolling.scrollTo}
        />
      </div>
    </>
  )
}

/** Which text of an article under review the preview shows; without a suggestion there is only one. */
function useReviewText(session: ArticleSession) {
  const { clock } = useDesk()
  const [wanted, show] = useState<ReviewText>('accepted')
  const [source, setSource] = useState<PreviewSource>(session)
  const isOffered = useHasSuggestions(session)
  const shown = isOffered ? wanted : 'accepted'
  useEffect(() => {
    const unwanted = new AbortController()
    if (shown === 'accepted') setSource(session)
    else {
      // What compares two texts is loaded when it is wanted.
      void import('../../preview/reviewSource')
        .then(({ openReviewSource }) => openReviewSource(session, shown, clock, unwanted.signal))
        .then((opened) => {
          if (opened !== null && !unwanted.signal.aborted) setSource(opened)
        })
    }
    return () => unwanted.abort()
  }, [session, shown, clock])
  return { isOffered, shown, show, source }
}

/** Time for a preview to be drawn as far as the page was scrolled; it does not say when it is. */
const DRAWN_MS = 400

/** The review is read as a whole for it, which must not be done while one types. */
const LOOK_MS = 800

function useHasSuggestions(session: ArticleSession): boolean {
  const { clock } = useDesk()
  const [has, setHas] = useState(() => session.review.list().suggestions.length > 0)
  useEffect(() => {
    let cancel: (() => void) | null = null
    const stop = session.onChange(() => {
      cancel?.()
      cancel = clock.after(LOOK_MS, () => setHas(session.review.list().suggestions.length > 0))
    })
    return () => {
      stop()
      cancel?.()
    }
  }, [clock, session])
  return has
}

/** Keeps the preview level with the page, also when it is shown in the middle of an article. */
function useLevel(session: ArticleSession, preview: RefObject<PreviewHandle | null>): void {
  const { clock } = useDesk()
  useEffect(() => {
    const { scrolling } = session
    const cancel = clock.after(DRAWN_MS, () => {
      const place = scrolling.place()
      if (place !== null) preview.current?.scrollTo(place)
    })
    const stop = scrolling.onScroll((place) => preview.current?.scrollTo(place))
    return () => {
      cancel()
      stop()
    }
  }, [session, preview, clock])
}
