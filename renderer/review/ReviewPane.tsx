import { AlignVerticalSpaceAround, Check, List, MessageSquarePlus, X } from 'lucide-react'
import { Fragment, useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useArticle, useDesk } from '../app/DeskContext'
import { decideWhere, itemsOf, placeOf, startComment } from '../state/actions/reviewing'
import type { ArticleSession } from '../state/articleSession'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import { useMedia } from '../ui/useMedia'
import { MarginCards, type MarginItem } from './MarginCards'
import { NewComment } from './NewComment'
import styles from './ReviewPane.module.css'
import { SuggestionCard } from './SuggestionCard'
import { ThreadCard } from './ThreadCard'
import { useReview } from './useReview'
import { Workflow } from './Workflow'

/** The card of a comment that is being written. */
const NEW = 'new'

/** Everything that was suggested and said in the open article. */
export function ReviewPane() {
  const session = useArticle((state) => state.session)
  return (
    <aside className={styles.pane} data-pane="review" aria-label="Review">
      {session === null ? (
        <p className={styles.nothing}>Open an article to see its suggestions and comments.</p>
      ) : (
        <SessionReviewPane key={session.id} session={session} />
      )}
    </aside>
  )
}

function SessionReviewPane({ session }: { readonly session: ArticleSession }) {
  const desk = useDesk()
  const { review } = session
  useReview(session)
  const [author, setAuthor] = useState('')
  const [showsResolved, setShowsResolved] = useState(false)
  const { current, commenting, view } = useStore(desk.stores.review)
  const isWide = useMedia('(min-width: 1200px)')
  const list = useRef<HTMLDivElement>(null)

  const items = itemsOf(review)
  const authors = [...new Set(items.map((each) => authorOf(each)))].filter((name) => name !== '')
  const shown = items.filter(
    (each) =>
      (author === '' || authorOf(each) === author) && (showsResolved || !each.item.isResolved),
  )
  const suggestions = shown.filter(({ kind }) => kind === 'suggestion').length
  const open = items.filter(({ kind, item }) => kind === 'thread' && !item.isResolved).length

  useEffect(() => {
    if (current === null) return
    const card = list.current?.querySelector(`[data-item="${current}"]`)
    card?.scrollIntoView({ block: 'nearest' })
  }, [current])

  const cards = shown.map(
    ({ kind, item }): MarginItem => ({
      id: item.id,
      on: item,
      draw: () =>
        kind === 'suggestion' ? (
          <SuggestionCard session={session} suggestion={item} />
        ) : (
          <ThreadCard session={session} thread={item} />
        ),
    }),
  )
  if (commenting !== null) {
    const before = cards.findIndex(({ on }) => placeOf(on) > placeOf(commenting))
    const draw = () => <NewComment session={session} on={commenting} />
    cards.splice(before === -1 ? cards.length : before, 0, { id: NEW, on: commenting, draw })
  }

  const decideAll = (decision: 'accept' | 'reject') =>
    decideWhere(desk, (each) => author === '' || each.author === author, decision)

  return (
    <>
      <header className={styles.head}>
        <h2 className={styles.title}>Review</h2>
        <p className={styles.summary}>{summaryOf(review.list().suggestions.length, open)}</p>
        <div className={styles.tools}>
          {isWide ? (
            <IconButton
              icon={view === 'margin' ? List : AlignVerticalSpaceAround}
              label={view === 'margin' ? 'Cards as a list' : 'Cards beside the text'}
              onClick={() =>
                desk.stores.review.setState({ view: view === 'margin' ? 'list' : 'margin' })
              }
            />
          ) : null}
          <IconButton
            icon={MessageSquarePlus}
            label="Comment on the selection"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => startComment(desk, 'selection')}
          />
        </div>
      </header>
      <Workflow session={session} />
      {items.length === 0 ? null : (
        <div className={styles.filter}>
          <label className={styles.pick}>
            <span>By</span>
            <select value={author} onChange={(event) => setAuthor(event.target.value)}>
              <option value="">everyone</option>
              {authors.map((name) => (
                <option key={name} value={name}>
                  @{name}
                </option>
              ))}
            </select>
          </label>
          <label className={styles.pick}>
            <input
              type="checkbox"
              checked={showsResolved}
              onChange={(event) => setShowsResolved(event.target.checked)}
            />
            <span>Resolved</span>
          </label>
        </div>
      )}
      {suggestions === 0 ? null : (
        <div className={styles.all}>
          <Button onClick={() => decideAll('accept')}>
            <Check size={14} aria-hidden /> Accept {author === '' ? 'all' : `all by @${author}`}
          </Button>
          <Button look="quiet" onClick={() => decideAll('reject')}>
            <X size={14} aria-hidden /> Reject all
          </Button>
        </div>
      )}
      {cards.length === 0 ? (
        <p className={styles.nothing} data-pane-focus tabIndex={-1}>
          {items.length === 0
            ? 'Nothing suggested, nothing said. Switch to Suggesting, or select words and comment.'
            : author === ''
              ? 'All comments are resolved.'
              : `Nothing open by @${author}.`}
        </p>
      ) : isWide && view === 'margin' ? (
        <MarginCards session={session} items={cards} current={commenting ? NEW : current} />
      ) : (
        <div className={styles.list} ref={list} data-pane-focus tabIndex={-1}>
          {cards.map(({ id, draw }) => (
            <Fragment key={id}>{draw()}</Fragment>
          ))}
        </div>
      )}
    </>
  )
}

function authorOf(each: ReturnType<typeof itemsOf>[number]): string {
  if (each.kind === 'suggestion') return each.item.author ?? ''
  return each.item.comments[0]?.author ?? ''
}

function summaryOf(suggestions: number, threads: number): string {
  const first = suggestions === 1 ? '1 suggestion' : `${suggestions} suggestions`
  const second = threads === 1 ? '1 open comment' : `${threads} open comments`
  return `${first}, ${second}`
}
