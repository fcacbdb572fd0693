import { type ComponentProps, type KeyboardEvent, useState } from 'react'
import type { LinkableArticle } from '../linkableArticles'
import styles from './ArticleField.module.css'

interface ArticleFieldProps
  extends Pick<
    ComponentProps<'input'>,
    'id' | 'className' | 'placeholder' | 'aria-invalid' | 'aria-describedby'
  > {
  readonly id: string
  readonly value: string
  /** What is offered below the field. */
  readonly found: readonly LinkableArticle[]
  /** The one that Enter takes before an arrow key was pressed. */
  readonly atFirst: 'the words' | 'the first'
  onChange(value: string): void
  onChoose(article: LinkableArticle): void
}

/** A field in which articles of the library are looked for, by keys and by mouse. */
export function ArticleField({
  id,
  value,
  found,
  atFirst,
  onChange,
  onChoose,
  ...control
}: ArticleFieldProps) {
  const initial = atFirst === 'the first' ? 0 : -1
  // Another list starts at its own first.
  const [moved, setMoved] = useState({ value, at: initial })
  const at = Math.min(moved.value === value ? moved.at : initial, found.length - 1)
  const active = found[at]

  function press(event: KeyboardEvent): void {
    if (found.length === 0 || event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      // One more place than articles: the words as they are typed.
      setMoved({ value, at: ((at + 1 + step + found.length + 1) % (found.length + 1)) - 1 })
    } else if (event.key === 'Enter' && active !== undefined) {
      event.preventDefault()
      onChoose(active)
    }
  }

  return (
    <>
      <input
        {...control}
        id={id}
        value={value}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={found.length > 0}
        aria-controls={`${id}-articles`}
        aria-autocomplete="list"
        aria-activedescendant={active && `${id}-${active.id}`}
        onKeyDown={press}
        onChange={(event) => onChange(event.target.value)}
      />
      <div
        id={`${id}-articles`}
        role="listbox"
        aria-label="Articles"
        className={styles.articles}
        hidden={found.length === 0}
      >
        {found.map((article, index) => (
          <div
            key={article.id}
            id={`${id}-${article.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={styles.article}
            onPointerDown={(event) => event.preventDefault()}
            onPointerMove={() => setMoved({ value, at: index })}
            onClick={() => onChoose(article)}
            onKeyDown={() => undefined}
          >
            <span className={styles.title}>{article.title}</span>
            <span className={styles.path}>{article.path}</span>
          </div>
        ))}
      </div>
    </>
  )
}
