import { Menu as MenuIcon, PanelLeft, PanelRight, Share } from 'lucide-react'
import { useStore } from 'zustand'
import { ModeSwitch } from '../../review/ModeSwitch'
import { changeSettings } from '../../state/actions/settings'
import { showDialog } from '../../state/dialogStore'
import hidden from '../../ui/hidden.module.css'
import { IconButton } from '../../ui/IconButton'
import { Menu } from '../../ui/Menu'
import { useMedia } from '../../ui/useMedia'
import type { Command } from '../commands/command'
import { menuOf } from '../commands/menuOf'
import { Counts } from '../counts/Counts'
import { useArticle, useDesk, useLayout } from '../DeskContext'
import { shownKey } from '../keys/deskKeys'
import { ROOM_FOR_BOTH } from '../panes'
import { SaveMark } from './SaveMark'
import styles from './TopBar.module.css'

export function TopBar({ commands }: { readonly commands: readonly Command[] }) {
  const desk = useDesk()
  const { host, stores } = desk
  const libraryShown = useLayout((state) => state.libraryShown)
  const reviewShown = useStore(desk.stores.review, (state) => state.isShown)
  const isRoomy = useMedia(ROOM_FOR_BOTH)
  const isCovered = reviewShown && !isRoomy
  const previewShown = useLayout((state) => state.previewShown && !state.historyShown) && !isCovered
  const summary = useArticle((state) => state.summary)

  return (
    <header className={styles.bar} data-pane="bar">
      <div className={styles.side}>
        {host.host === 'browser' ? (
          <Menu label="Galley" entries={menuOf(commands, host.platform)}>
            <IconButton icon={MenuIcon} label="Menu" />
          </Menu>
        ) : null}
        <IconButton
          icon={PanelLeft}
          label={libraryShown ? 'Hide the library' : 'Show the library'}
          keys={shownKey(host, 'view.library')}
          onClick={() => void changeSettings(desk, { libraryShown: !libraryShown })}
        />
      </div>
      <ArticleName />
      <div className={`${styles.side} ${styles.right}`}>
        {summary === null ? null : (
          <>
            <ModeSwitch />
            <Counts />
            <SaveMark />
            <IconButton
              icon={Share}
              label="Export"
              keys={shownKey(host, 'export.open')}
              onClick={() =>
                showDialog(stores.dialog, { kind: 'export', article: summary, format: 'html' })
              }
            />
          </>
        )}
        <IconButton
          icon={PanelRight}
          label={previewShown ? 'Hide the preview' : 'Show the preview'}
          keys={shownKey(host, 'view.preview')}
          onClick={() => commands.find(({ name }) => name === 'view.preview')?.run()}
        />
      </div>
    </header>
  )
}

function ArticleName() {
  const summary = useArticle((state) => state.summary)
  const title = useArticle((state) => state.title)
  if (summary === null) {
    return (
      <div>
        <h1 className={hidden.hidden}>Galley</h1>
      </div>
    )
  }
  const path = summary.folder === '' ? summary.fileName : `${summary.folder}/${summary.fileName}`
  return (
    <div className={styles.name} title={path}>
      <h1 className={styles.title}>{title || summary.title}</h1>
      <span className={styles.file}>{path}</span>
    </div>
  )
}
