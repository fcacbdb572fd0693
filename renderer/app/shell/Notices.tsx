import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { type Notice, settle } from '../../state/noticesStore'
import { Button } from '../../ui/Button'
import hidden from '../../ui/hidden.module.css'
import { IconButton } from '../../ui/IconButton'
import { useDesk } from '../DeskContext'
import { useFocusKept } from '../useFocusKept'
import styles from './Notices.module.css'

const NEWS_MS = 6000
/** Time to find and press Undo. */
const NEWS_WITH_ACTION_MS = 20_000

/** What the desk has to say, in a corner where nobody writes. */
export function Notices() {
  const { stores } = useDesk()
  const notices = useStore(stores.notices, (state) => state.notices)
  const announcement = useStore(stores.notices, (state) => state.announcement)
  return (
    <>
      <section
        className={styles.notices}
        data-pane="notices"
        aria-label="Notices"
        aria-live="polite"
      >
        {notices.map((notice) => (
          <NoticeCard key={notice.key} notice={notice} />
        ))}
      </section>
      <div className={hidden.hidden} role="status">
        {announcement.text}
      </div>
    </>
  )
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const { stores, clock } = useDesk()
  const [held, setHeld] = useState(false)
  const { key, tone, text, actions } = notice
  useFocusKept()

  useEffect(() => {
    if (tone === 'problem' || held) return undefined
    const time = actions.length > 0 ? NEWS_WITH_ACTION_MS : NEWS_MS
    return clock.after(time, () => settle(stores.notices, key))
  }, [tone, held, actions, key, clock, stores])

  return (
    <div
      className={styles.notice}
      data-tone={tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <p className={styles.text}>{text}</p>
      {actions.map((action) => (
        <Button key={action.label} look="quiet" className={styles.action} onClick={action.run}>
          {action.label}
        </Button>
      ))}
      <IconButton icon={X} label="Dismiss" onClick={() => settle(stores.notices, key)} />
    </div>
  )
}
