import { Pencil } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import type { ReviewComment, Suggestion, Thread } from '../../shared/review'
import { useDesk } from '../app/DeskContext'
import type { ArticleSession } from '../state/articleSession'
import { reviewerOf } from '../state/people'
import { Button } from '../ui/Button'
import { IconButton } from '../ui/IconButton'
import styles from './Card.module.css'
import { CommentField } from './CommentField'
import { peopleOf } from './handles'
import { Person } from './Person'

interface TalkProps {
  readonly session: ArticleSession
  readonly of: Suggestion | Thread
  readonly comments: readonly ReviewComment[]
  /** The other answers, which stand beside the one in words. */
  readonly children: ReactNode
}

/** What was said in a thread, and the field for an answer. */
export function Talk({ session, of, comments, children }: TalkProps) {
  const { stores } = useDesk()
  const person = reviewerOf(stores.layout.getState())
  const me = person.handle
  const people = () => peopleOf(session.review, person)
  const [doing, setDoing] = useState<'nothing' | 'replying' | number>('nothing')
  const reply = useRef<HTMLButtonElement>(null)
  /** The field has the keyboard and goes; where it was opened the keyboard goes on. */
  const done = () => {
    setDoing('nothing')
    requestAnimationFrame(() => reply.current?.focus())
  }
  return (
    <div className={styles.talk}>
      {comments.map((comment, index) => (
        <div key={`${comment.author} ${comment.time} ${comment.text}`} className={styles.said}>
          <Person session={session} handle={comment.author} time={comment.time} />
          {doing === index ? (
            <CommentField
              label="Edit the comment"
              start={comment.text}
              send="Save"
              people={people()}
              onSend={(text) => {
                session.review.rewrite(of, index, text)
                done()
              }}
              onLeave={done}
            />
          ) : (
            <p className={styles.words}>
              {comment.text}
              {comment.author === me ? (
                <IconButton
                  icon={Pencil}
                  label="Edit or delete this comment"
                  className={styles.edit}
                  onClick={(event) => {
                    event.stopPropagation()
                    setDoing(index)
                  }}
                />
              ) : null}
            </p>
          )}
        </div>
      ))}
      {doing === 'replying' ? (
        <CommentField
          label="Reply"
          start=""
          send="Reply"
          people={people()}
          onSend={(text) => {
            session.review.reply(of, text)
            done()
          }}
          onLeave={done}
        />
      ) : (
        <div className={styles.answers}>
          {children}
          <Button
            ref={reply}
            look="quiet"
            onClick={(event) => {
              event.stopPropagation()
              setDoing('replying')
            }}
          >
            Reply
          </Button>
        </div>
      )}
    </div>
  )
}
