import { useMemo } from 'react'
import { useStore } from 'zustand'
import { copiesOf } from '../../../shared/domain/libraryCopies'
import {
  keepMineAsCopy,
  recreateFile,
  refillFile,
  showVersions,
  takeEmptied,
} from '../../state/actions/articleConflict'
import { saveNow } from '../../state/actions/articleSaving'
import { compareWithCopy } from '../../state/actions/conflictCopies'
import { copyWords } from '../../state/actions/copyWords'
import type { Desk } from '../../state/desk'
import { showDialog } from '../../state/dialogStore'
import { Button } from '../../ui/Button'
import { useArticle, useDesk, useLibrary } from '../DeskContext'
import { Banner } from './Banner'

/** What the writer must know for as long as it is so: the backend is gone, words cannot reach the disk. */
export function Banners() {
  return (
    <>
      <HostBanner />
      <SaveBanner />
      <TroubleBanner />
      <CopyBanner />
      <LostBanner />
      <ProtectionBanner />
    </>
  )
}

function HostBanner() {
  const desk = useDesk()
  const connection = useStore(desk.stores.connection, (state) => state.connection)
  const hasWords = useArticle((state) => state.session !== null)
  if (connection === 'connected') return null
  return (
    <Banner text="Galley’s desk has stopped. Your words are kept on this page, and are saved as soon as the desk is back. Copy what is unsaved before you close it.">
      {hasWords ? <CopyWords desk={desk} /> : null}
    </Banner>
  )
}

function SaveBanner() {
  const desk = useDesk()
  const save = useArticle((state) => state.save)
  if (save.kind !== 'failed') return null
  return (
    <Banner text={`Could not save. ${save.message}`}>
      <Button onClick={() => void saveNow(desk)}>Try again</Button>
      <Button onClick={() => void keepMineAsCopy(desk)}>Save as a copy</Button>
      <CopyWords desk={desk} />
    </Banner>
  )
}

/** What another program did to the article’s file, and what can be done about it. */
function TroubleBanner() {
  const desk = useDesk()
  const trouble = useArticle((state) => state.trouble)
  const name = useArticle((state) => state.summary?.fileName ?? 'This article')
  switch (trouble.kind) {
    case 'none':
      return null
    case 'differs':
      if (trouble.shown !== null) return null
      return (
        <Banner
          text={`“${name}” was changed by another program where you changed it too. Nothing is saved until you have chosen between the versions.`}
        >
          <Button look="primary" onClick={() => void showVersions(desk)}>
            Compare versions
          </Button>
          <Button onClick={() => void keepMineAsCopy(desk)}>Keep mine as a copy</Button>
        </Banner>
      )
    case 'gone':
      return (
        <Banner
          text={`“${name}” was deleted or moved by another program. Its words are only on this page now.`}
        >
          <Button look="primary" onClick={() => void recreateFile(desk)}>
            Save it again
          </Button>
          <CopyWords desk={desk} />
        </Banner>
      )
    case 'emptied':
      return (
        <Banner
          text={`“${name}” was emptied by another program; a sync program may not have fetched it yet. Its words are still on this page.`}
        >
          <Button look="primary" onClick={() => void refillFile(desk)}>
            Save my words again
          </Button>
          <Button onClick={() => void takeEmptied(desk)}>Take the empty file</Button>
        </Banner>
      )
  }
}

/** Words of before a crash wait for a decision. */
function LostBanner() {
  const { stores } = useDesk()
  const lost = useArticle((state) => state.lost)
  const isAsked = useStore(stores.dialog, ({ dialog }) => dialog.kind === 'lost')
  if (lost === null || isAsked) return null
  return (
    <Banner
      tone="news"
      text="Galley stopped before your last words were saved. They are kept, and in no file yet."
    >
      <Button look="primary" onClick={() => showDialog(stores.dialog, { kind: 'lost' })}>
        Look at them
      </Button>
    </Banner>
  )
}

function ProtectionBanner() {
  const protection = useArticle((state) => state.protection)
  if (protection.kind === 'protected') return null
  return (
    <Banner
      tone="news"
      text={`No crash protection. ${protection.message} Saving goes on; what is typed between two saves would be lost in a crash.`}
    />
  )
}

/** A sync program kept another version of the open article. */
function CopyBanner() {
  const desk = useDesk()
  const articles = useLibrary((state) => state.articles)
  const summary = useArticle((state) => state.summary)
  const isBusy = useArticle(
    ({ trouble, comparing }) => trouble.kind !== 'none' || comparing !== null,
  )
  const copies = useMemo(
    () =>
      summary === null ? [] : copiesOf(articles, summary).filter(({ isCertain }) => isCertain),
    [articles, summary],
  )
  const [copy] = copies
  if (copy === undefined || isBusy) return null
  return (
    <Banner
      tone="news"
      text={`${copy.tool} kept another version of this article: “${copy.copy.fileName}”.`}
    >
      <Button look="primary" onClick={() => void compareWithCopy(desk, copy)}>
        Compare versions
      </Button>
    </Banner>
  )
}

function CopyWords({ desk }: { readonly desk: Desk }) {
  return <Button onClick={() => void copyWords(desk)}>Copy my words</Button>
}
