import { ArrowDown, ArrowUp } from 'lucide-react'
import { type Ref, useEffect, useMemo, useRef, useState } from 'react'
import { useLayout } from '../app/DeskContext'
import { Preview, type PreviewHandle } from '../preview/Preview'
import { usePictures } from '../preview/usePictures'
import type { ComparedSide } from '../state/dialogStore'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import styles from './CompareDialog.module.css'
import { SideSelect } from './SideSelect'
import { type Compared, useCompared } from './useCompared'

interface CompareDialogProps {
  readonly before: ComparedSide
  readonly after: ComparedSide
  onClose(): void
}

/** Two versions as one article, in its own type, each change marked where it stands. */
export function CompareDialog({ before: first, after: second, onClose }: CompareDialogProps) {
  const [before, setBefore] = useState(first)
  const [after, setAfter] = useState(second)
  const compared = useCompared(before, after)
  const page = useRef<PreviewHandle>(null)
  const at = useRef<{ of: Compared | null; index: number }>({ of: null, index: -1 })
  const changed = compared.kind === 'ready' ? compared.changed : []

  function step(by: 1 | -1): void {
    if (changed.length === 0) return
    // Another comparison begins at its beginning.
    const last = at.current.of === compared ? at.current.index : by === 1 ? -1 : 0
    const index = (last + by + changed.length) % changed.length
    at.current = { of: compared, index }
    page.current?.scrollTo({ key: changed[index] ?? '', fraction: 0 })
  }

  useKeys({ n: () => step(1), p: () => step(-1), Escape: onClose })

  return (
    <Dialog title="Compare" size="page" onClose={onClose}>
      <div className={styles.tools}>
        <SideSelect label="From" side={before} onChange={setBefore} />
        <SideSelect label="To" side={after} onChange={setAfter} />
        <Button
          look="quiet"
          onClick={() => {
            setBefore(after)
            setAfter(before)
          }}
        >
          Swap
        </Button>
        <p className={styles.count} aria-live="polite">
          {said(compared)}
        </p>
        <div className={styles.steps}>
          <Button
            look="quiet"
            disabled={changed.length === 0}
            aria-label="Previous change"
            onClick={() => step(-1)}
          >
            <ArrowUp size={15} aria-hidden /> <kbd className={styles.key}>P</kbd>
          </Button>
          <Button
            look="quiet"
            disabled={changed.length === 0}
            aria-label="Next change"
            onClick={() => step(1)}
          >
            <ArrowDown size={15} aria-hidden /> <kbd className={styles.key}>N</kbd>
          </Button>
        </div>
      </div>
      <div className={styles.page}>
        {compared.kind === 'ready' ? (
          <ComparedPage compared={compared} page={page} />
        ) : (
          <p className={styles.nothing} role={compared.kind === 'failed' ? 'alert' : undefined}>
            {compared.message}
          </p>
        )}
      </div>
    </Dialog>
  )
}

function said(compared: Compared): string {
  if (compared.kind !== 'ready') return ''
  const { added, removed, changed } = compared
  if (changed.length === 0) return 'Both read the same.'
  const words = (count: number): string => `${count} ${count === 1 ? 'word' : 'words'}`
  return `${words(added)} added, ${words(removed)} removed`
}

function ComparedPage({
  compared,
  page,
}: {
  readonly compared: Extract<Compared, { kind: 'ready' }>
  readonly page: Ref<PreviewHandle>
}) {
  const theme = useLayout((state) => state.theme)
  const pictures = usePictures(compared.picturesOf)
  const { article } = compared
  const source = useMemo(
    () => ({ content: () => article, onChange: () => () => undefined }),
    [article],
  )
  if (pictures === null) return null
  return (
    <Preview
      ref={page}
      title="Compared versions"
      source={source}
      pictures={pictures}
      theme={theme}
      onOpenLink={() => undefined}
    />
  )
}

/** Keys of the dialog, wherever in it the focus is but where one types or chooses. */
function useKeys(keys: Readonly<Record<string, () => void>>): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target, key } = event
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const isChoosing = target instanceof HTMLElement && target.matches('select, input')
      if (isChoosing) return
      const run = latest.current[key]
      if (!run) return
      event.preventDefault()
      run()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
