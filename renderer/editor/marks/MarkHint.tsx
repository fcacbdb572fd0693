import type { LexicalEditor } from 'lexical'
import { useEffect, useState } from 'react'
import type { Suggestion, Thread } from '../../../shared/review'
import { useDesk } from '../../app/DeskContext'
import { Person } from '../../review/Person'
import type { ArticleSession } from '../../state/articleSession'
import styles from './MarkHint.module.css'

/** How long pointer or caret rest on a mark before it says whose it is. */
const REST_MS = 250

interface Hint {
  readonly id: string
  readonly x: number
  readonly y: number
}

interface MarkHintProps {
  readonly session: ArticleSession
  readonly editor: LexicalEditor
}

/** Says who suggested or said what the pointer, or the caret after a move, rests on. */
export function MarkHint({ session, editor }: MarkHintProps) {
  const { clock, stores } = useDesk()
  const [hint, setHint] = useState<Hint | null>(null)

  useEffect(() => {
    let cancel: (() => void) | null = null
    const later = (look: () => Hint | null): void => {
      cancel?.()
      cancel = clock.after(REST_MS, () => setHint(look()))
    }
    const hide = (): void => {
      cancel?.()
      setHint(null)
    }
    const move = ({ clientX: x, clientY: y, buttons }: PointerEvent): void => {
      if (buttons !== 0) return
      later(() => hintAt(session.review.markAt(x, y), x, y))
    }
    const stopRoot = editor.registerRootListener((root, before) => {
      before?.removeEventListener('pointermove', move)
      before?.removeEventListener('pointerleave', hide)
      root?.addEventListener('pointermove', move, { passive: true })
      root?.addEventListener('pointerleave', hide)
    })
    const stopUpdates = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
      if (dirtyElements.size + dirtyLeaves.size > 0) {
        if (tags.size === 0) hide()
        return
      }
      later(() => {
        const id = session.review.markAtCaret()
        if (id !== null) stores.review.setState({ current: id })
        const box = caretBox()
        return box === null ? null : hintAt(id, box.left, box.bottom)
      })
    })
    window.addEventListener('scroll', hide, { capture: true, passive: true })
    return () => {
      cancel?.()
      stopRoot()
      stopUpdates()
      window.removeEventListener('scroll', hide, { capture: true })
    }
  }, [clock, editor, session, stores])

  const item = hint && itemWith(session, hint.id)
  if (!hint || !item) return null
  return (
    <div
      className={styles.hint}
      role="tooltip"
      style={{ left: Math.min(hint.x, window.innerWidth - 280), top: hint.y + 12 }}
    >
      {'node' in item ? (
        <>
          <Person
            session={session}
            handle={item.comments[0]?.author ?? null}
            time={item.comments[0]?.time ?? null}
          />
          <p className={styles.said}>{item.comments[0]?.text}</p>
        </>
      ) : (
        <>
          <Person session={session} handle={item.author} time={item.time} />
          <p className={styles.said}>{SAID[item.kind]}</p>
        </>
      )}
    </div>
  )
}

const SAID = {
  insertion: 'suggests adding this',
  deletion: 'suggests deleting this',
  replacement: 'suggests replacing this',
  move: 'suggests moving this',
} as const

function hintAt(id: string | null, x: number, y: number): Hint | null {
  return id === null ? null : { id, x, y }
}

function itemWith(session: ArticleSession, id: string): Suggestion | Thread | undefined {
  const { suggestions, threads } = session.review.list()
  return suggestions.find((each) => each.id === id) ?? threads.find((each) => each.id === id)
}

function caretBox(): DOMRect | null {
  const selection = window.getSelection()
  if (selection === null || selection.rangeCount === 0) return null
  const box = selection.getRangeAt(0).getBoundingClientRect()
  return box.height > 0 ? box : null
}
