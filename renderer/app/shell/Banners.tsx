import { useStore } from 'zustand'
import { keepMineAsCopy } from '../../state/actions/articleConflict'
import { saveNow } from '../../state/actions/articleSaving'
import type { Desk } from '../../state/desk'
import { showDialog } from '../../state/dialogStore'
import { tell } from '../../state/noticesStore'
import { report } from '../../state/problem'
import { Button } from '../../ui/Button'
import { useArticle, useDesk } from '../DeskContext'
import { Banner } from './Banner'

/** What the writer must know for as long as it is so: the backend is gone, words cannot reach the disk. */
export function Banners() {
  return (
    <>
      <HostBanner />
      <SaveBanner />
    </>
  )
}

function HostBanner() {
  const desk = useDesk()
  const connection = useStore(desk.stores.connection, (state) => state.connection)
  const hasWords = useArticle((state) => state.session !== null)
  if (connection === 'connected') return null
  return (
    <Banner text="Galley’s desk has stopped. Your words are kept on this page; it goes on as soon as the desk is back. Do not close it before you have copied what is unsaved.">
      {hasWords ? <CopyWords desk={desk} /> : null}
    </Banner>
  )
}

function SaveBanner() {
  const desk = useDesk()
  const save = useArticle((state) => state.save)
  if (save.kind === 'failed') {
    return (
      <Banner text={`Could not save. ${save.message}`}>
        <Button onClick={() => void saveNow(desk)}>Try again</Button>
        <Button onClick={() => void keepMineAsCopy(desk)}>Save as a copy</Button>
        <CopyWords desk={desk} />
      </Banner>
    )
  }
  if (save.kind === 'conflict') {
    return (
      <Banner text="This article’s file was changed by another program. Nothing is saved until you decide which version to go on with.">
        <Button onClick={() => showDialog(desk.stores.dialog, { kind: 'conflict' })}>
          Decide…
        </Button>
      </Banner>
    )
  }
  return null
}

function CopyWords({ desk }: { readonly desk: Desk }) {
  return <Button onClick={() => void copyWords(desk)}>Copy my words</Button>
}

/** Puts the whole article, as its file would be, on the clipboard. */
async function copyWords({ stores }: Desk): Promise<void> {
  const { session } = stores.article.getState()
  if (session === null) return
  try {
    await navigator.clipboard.writeText(session.text())
    tell(stores.notices, { key: 'copied', text: 'The whole article is on the clipboard.' })
  } catch (error) {
    report(stores.notices, 'copied', error)
  }
}
