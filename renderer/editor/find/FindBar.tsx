import {
  CaseSensitive,
  ChevronDown,
  ChevronUp,
  Regex,
  TextSelect,
  WholeWord,
  X,
} from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../../app/DeskContext'
import { announce } from '../../state/noticesStore'
import { Button } from '../../ui/Button'
import { IconButton } from '../../ui/IconButton'
import { wayOf } from '../historyActions'
import styles from './FindBar.module.css'
import type { Finding } from './finding'

/** Find and replace, above the page. Its keys: Enter and Shift+Enter for next and previous, Escape to go on writing. */
export function FindBar({ finding }: { readonly finding: Finding }) {
  const shown = useStore(finding.store, (state) => state.shown)
  return shown === 'none' ? null : <ShownBar finding={finding} />
}

function ShownBar({ finding }: { readonly finding: Finding }) {
  const { stores, host } = useDesk()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const state = useStore(finding.store)
  const [replacement, setReplacement] = useState('')
  const { query, count, current, problem, asked, shown, inSelection } = state
  const tally = tallyOf(state)
  /** Whether replacing was the last thing done here, so that undo means that and no typing. */
  const hasReplaced = useRef(false)

  useEffect(() => {
    if (asked > 0) field.current?.select()
  }, [asked])

  function press(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') {
      event.preventDefault()
      finding.close()
    } else if (event.key === 'Enter' && event.target === field.current) {
      event.preventDefault()
      finding.step(event.shiftKey ? -1 : 1)
    } else if (hasReplaced.current) {
      const way = wayOf(event.nativeEvent, host.platform)
      if (way === null) return
      event.preventDefault()
      void finding.travel(way).then(() => field.current?.focus())
    }
  }

  function replaceOne(): void {
    finding.replaceCurrent(replacement)
    hasReplaced.current = true
    if (finding.store.getState().count === 0) field.current?.focus()
  }

  function replaceAll(): void {
    const done = finding.replaceAll(replacement)
    hasReplaced.current = true
    // The button has nothing left to do, and would take the keyboard with it.
    field.current?.focus()
    announce(stores.notices, `${done} ${done === 1 ? 'place' : 'places'} replaced`)
  }

  return (
    <search
      className={styles.bar}
      aria-label="Find in the article"
      onKeyDown={press}
      onInput={() => {
        hasReplaced.current = false
      }}
    >
      <div className={styles.row}>
        <input
          ref={field}
          className={styles.field}
          type="text"
          value={query.text}
          aria-label="Find"
          aria-invalid={problem !== null}
          aria-describedby={`${id}-tally`}
          placeholder="Find"
          spellCheck={false}
          onChange={(event) => finding.setQuery({ text: event.target.value })}
        />
        <span id={`${id}-tally`} className={problem ? styles.problem : styles.tally} role="status">
          {tally}
        </span>
        <span className={styles.options}>
          <IconButton
            icon={CaseSensitive}
            label="Match case"
            pressed={query.matchCase}
            onClick={() => finding.setQuery({ matchCase: !query.matchCase })}
          />
          <IconButton
            icon={WholeWord}
            label="Whole words"
            pressed={query.wholeWord}
            onClick={() => finding.setQuery({ wholeWord: !query.wholeWord })}
          />
          <IconButton
            icon={Regex}
            label="Regular expression"
            pressed={query.regex}
            onClick={() => finding.setQuery({ regex: !query.regex })}
          />
          <IconButton
            icon={TextSelect}
            label="In the selection"
            pressed={inSelection}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => finding.setInSelection(!inSelection)}
          />
        </span>
        <span className={styles.steps}>
          <IconButton
            icon={ChevronUp}
            label="Previous find"
            keys="Shift+F3"
            disabled={count === 0}
            onClick={() => finding.step(-1)}
          />
          <IconButton
            icon={ChevronDown}
            label="Next find"
            keys="F3"
            disabled={count === 0}
            onClick={() => finding.step(1)}
          />
          <IconButton icon={X} label="Close" keys="Esc" onClick={finding.close} />
        </span>
      </div>
      {shown === 'replace' ? (
        <div className={styles.row}>
          <input
            className={styles.field}
            type="text"
            value={replacement}
            aria-label="Replace with"
            placeholder="Replace with"
            spellCheck={false}
            onChange={(event) => setReplacement(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
              event.preventDefault()
              replaceOne()
            }}
          />
          <Button disabled={current < 0} onClick={replaceOne}>
            Replace
          </Button>
          <Button disabled={count === 0} onClick={replaceAll}>
            Replace all
          </Button>
        </div>
      ) : null}
    </search>
  )
}

function tallyOf({
  query,
  count,
  current,
  problem,
  where,
}: Pick<
  ReturnType<Finding['store']['getState']>,
  'query' | 'count' | 'current' | 'problem' | 'where'
>): string {
  if (problem !== null) return problem
  if (query.text === '') return ''
  if (count === 0) return 'Not found'
  return `${current + 1} of ${count}${where === null ? '' : `, ${where.toLowerCase()}`}`
}
