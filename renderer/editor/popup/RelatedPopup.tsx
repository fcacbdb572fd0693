import type { LexicalEditor } from 'lexical'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { type KeyboardEvent, useRef, useState } from 'react'
import {
  $readLinks,
  $relatedAtCaret,
  type RelatedLink,
  writeLinks,
} from '../../../shared/features/related'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { type LinkableArticle, searchArticles } from '../linkableArticles'
import { ArticleField } from './ArticleField'
import { Popup, PopupButtons, PopupField } from './Popup'
import styles from './RelatedPopup.module.css'
import { useBlockAtCaret } from './useBlockAtCaret'

interface RelatedPopupProps {
  readonly editor: LexicalEditor
  readonly articles: readonly LinkableArticle[]
  onClose(): void
}

function $lineAtCaret() {
  const line = $relatedAtCaret()
  return line === null ? null : { key: line.getKey(), links: $readLinks(line) }
}

/** The articles that the “Also read” at the caret leads to: added, put in order and taken out there at once. */
export function RelatedPopup({ editor, articles, onClose }: RelatedPopupProps) {
  const at = useBlockAtCaret(editor, $lineAtCaret, onClose)
  if (at === null) return null
  const { block: line, element } = at
  return (
    <Popup
      label="Also read"
      // It grows with each article, and nothing may lie over it.
      place={() => element.getBoundingClientRect()}
      follows
      onClose={onClose}
      onLeave={() => editor.focus()}
    >
      <Links
        editor={editor}
        lineKey={line.key}
        initial={line.links}
        articles={articles}
        onClose={onClose}
      />
    </Popup>
  )
}

interface LinksProps extends RelatedPopupProps {
  readonly lineKey: string
  readonly initial: readonly RelatedLink[]
}

function Links({ editor, lineKey, initial, articles, onClose }: LinksProps) {
  const [links, setLinks] = useState(initial)
  const [query, setQuery] = useState('')
  const list = useRef<HTMLOListElement>(null)
  const field = useRef<HTMLDivElement>(null)
  const linked = new Set(links.map(({ address }) => address))
  const found = searchArticles(
    articles.filter(({ address }) => !linked.has(address)),
    query,
  )

  function write(next: readonly RelatedLink[]): void {
    writeLinks(editor, lineKey, next)
    setLinks(editor.read($lineAtCaret)?.links ?? next)
  }

  function add({ title, address }: LinkableArticle): void {
    write([...links, { key: null, title, address }])
    setQuery('')
  }

  function move(from: number, to: number, by: 'up' | 'down'): void {
    const moved = links[from]
    if (moved === undefined || to < 0 || to >= links.length) return
    write(links.toSpliced(from, 1).toSpliced(to, 0, moved))
    focusIn(to, by)
  }

  function remove(at: number): void {
    write(links.toSpliced(at, 1))
    if (links.length === 1) field.current?.querySelector('input')?.focus()
    else focusIn(Math.min(at, links.length - 2), 'out')
  }

  /** Once the rows are drawn anew: the keyboard goes along with the article. */
  function focusIn(at: number, what: 'up' | 'down' | 'out'): void {
    requestAnimationFrame(() => {
      const row = list.current?.querySelectorAll('li')[at]
      const wanted = row?.querySelector<HTMLButtonElement>(`[data-do=${what}]:enabled`)
      const button = wanted ?? row?.querySelector<HTMLButtonElement>('button:enabled')
      button?.focus()
    })
  }

  function press(event: KeyboardEvent, at: number): void {
    if (event.altKey && event.key === 'ArrowUp') move(at, at - 1, 'up')
    else if (event.altKey && event.key === 'ArrowDown') move(at, at + 1, 'down')
    else if (event.key === 'Delete' || event.key === 'Backspace') remove(at)
    else return
    event.preventDefault()
  }

  return (
    <div className={styles.body}>
      {links.length === 0 ? null : (
        <ol ref={list} className={styles.links} aria-label="Linked articles">
          {links.map(({ title, address }, at) => (
            <li key={`${address} ${title}`} className={styles.link}>
              <span className={styles.title} title={address}>
                {title}
              </span>
              <IconButton
                icon={ArrowUp}
                label={`Move “${title}” up`}
                data-do="up"
                disabled={at === 0}
                onClick={() => move(at, at - 1, 'up')}
                onKeyDown={(event) => press(event, at)}
              />
              <IconButton
                icon={ArrowDown}
                label={`Move “${title}” down`}
                data-do="down"
                disabled={at === links.length - 1}
                onClick={() => move(at, at + 1, 'down')}
                onKeyDown={(event) => press(event, at)}
              />
              <IconButton
                icon={X}
                label={`Take out “${title}”`}
                data-do="out"
                onClick={() => remove(at)}
                onKeyDown={(event) => press(event, at)}
              />
            </li>
          ))}
        </ol>
      )}
      <div ref={field}>
        <PopupField label={links.length === 0 ? 'Article' : 'Another article'}>
          {(control) => (
            <ArticleField
              {...control}
              value={query}
              placeholder="The title of an article"
              found={found}
              atFirst="the first"
              onChange={setQuery}
              onChoose={add}
            />
          )}
        </PopupField>
      </div>
      <PopupButtons>
        <Button look="primary" onClick={onClose}>
          Done
        </Button>
      </PopupButtons>
    </div>
  )
}
