import { type FormEvent, useEffect, useRef, useState } from 'react'
import type { FolderId } from '../../shared/domain/article'
import { useDesk, useLayout, useLibrary } from '../app/DeskContext'
import { FolderBrowser } from '../library/FolderBrowser'
import { exportMany, type ManyExport, type ManyOutcome } from '../state/actions/exportingMany'
import { Button } from '../ui/Button'
import { Dialog, DialogButtons } from '../ui/Dialog'
import { ManyOptions } from './ManyOptions'
import { ManyProgress, ManyReportView } from './ManyReport'
import { articlesMeant, type ManyWishes, manyRequest } from './manyWishes'

type Stage =
  | { readonly kind: 'asking' }
  | { readonly kind: 'placing' }
  | { readonly kind: 'running'; readonly done: number; readonly all: number }
  | { readonly kind: 'ended'; readonly outcome: ManyOutcome }

/** Exports the library, a folder of it or what its filter shows, and says what came of it. */
export function ExportManyDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk()
  const articles = useLibrary((state) => state.articles)
  const filter = useLibrary((state) => state.filter)
  const sort = useLayout((state) => state.sort)
  const listed = { articles, filter, sort }
  const [wishes, setWishes] = useState<ManyWishes>({
    which: filter === '' ? 'all' : 'shown',
    format: 'html',
    design: desk.stores.layout.getState().pageDesign,
    profile: 'gfm',
    index: true,
    feed: false,
    site: '',
  })
  const [stage, setStage] = useState<Stage>({ kind: 'asking' })
  const running = useRef<ManyExport | null>(null)
  // Whoever closes the dialog has given the export up.
  useEffect(() => () => running.current?.cancel(), [])
  const count = articlesMeant(wishes.which, listed).length

  async function run(to: FolderId): Promise<void> {
    setStage({ kind: 'running', done: 0, all: count })
    const started = exportMany(desk, manyRequest(wishes, to, listed), (done, all) =>
      setStage((now) => (now.kind === 'running' ? { kind: 'running', done, all } : now)),
    )
    running.current = started
    const outcome = await started.ended
    running.current = null
    setStage({ kind: 'ended', outcome })
  }

  function place(event: FormEvent): void {
    event.preventDefault()
    setStage({ kind: 'placing' })
  }

  switch (stage.kind) {
    case 'asking':
      return (
        <Dialog title="Export many articles" onClose={onClose} size="wide">
          <form onSubmit={place}>
            <ManyOptions
              wishes={wishes}
              listed={listed}
              change={(part) => setWishes({ ...wishes, ...part })}
            />
            <DialogButtons>
              <Button look="quiet" onClick={onClose}>
                Cancel
              </Button>
              <Button look="primary" type="submit" disabled={count === 0} data-autofocus>
                Choose a folder for {count === 1 ? 'one article' : `${count} articles`}…
              </Button>
            </DialogButtons>
          </form>
        </Dialog>
      )
    case 'placing':
      return (
        <Dialog key="placing" title="Export into which folder?" onClose={onClose} size="wide">
          <FolderBrowser verb="Export into this folder" onChoose={(folder) => void run(folder)} />
        </Dialog>
      )
    case 'running':
      return (
        <Dialog key="running" title="Exporting" onClose={onClose} insists>
          <ManyProgress done={stage.done} all={stage.all} />
          <DialogButtons>
            <Button onClick={() => running.current?.cancel()} data-autofocus>
              Stop
            </Button>
          </DialogButtons>
        </Dialog>
      )
    case 'ended':
      return (
        <Dialog key="ended" title={endOf(stage.outcome)} onClose={onClose} size="wide">
          <ManyReportView outcome={stage.outcome} />
          <DialogButtons>
            <Button look="quiet" onClick={() => setStage({ kind: 'asking' })}>
              Export again…
            </Button>
            <Button look="primary" onClick={onClose} data-autofocus>
              Done
            </Button>
          </DialogButtons>
        </Dialog>
      )
  }
}

function endOf(outcome: ManyOutcome): string {
  if (outcome.kind === 'failed') return 'Not exported'
  return outcome.report.isCancelled ? 'Stopped' : 'Exported'
}
