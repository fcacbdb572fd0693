import { Popover } from 'radix-ui'
import { type FormEvent, useId, useRef, useState } from 'react'
import { rememberFocus } from '../../ui/rememberFocus'
import { useArticle } from '../DeskContext'
import styles from './Counts.module.css'

/** How many words a person reads in a minute. */
const WORDS_A_MINUTE = 230

const show = (count: number): string => count.toLocaleString('en')

/** The article's length in the bar, or that of what is selected; more of it, and the goal, behind. */
export function Counts() {
  const words = useArticle((state) => state.words)
  const selected = useArticle((state) => state.selected)
  const goal = useArticle((state) => state.goal)
  // Opened by a command it was opened from the page, and gives the keyboard back there.
  const returnFocus = useRef<(() => void) | null>(null)
  if (words === null) return null
  const unit = words === 1 ? 'word' : 'words'
  const text = selected
    ? `${show(selected.words)} of ${show(words)} ${unit}`
    : goal === null
      ? `${show(words)} ${unit}`
      : `${show(words)} / ${show(goal)} ${unit}`
  return (
    <Popover.Root
      onOpenChange={(isOpen) => {
        returnFocus.current = isOpen ? rememberFocus() : returnFocus.current
      }}
    >
      <Popover.Trigger className={styles.words} data-counts>
        {text}
        {goal === null ? null : <Progress words={words} goal={goal} />}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles.popover}
          align="end"
          sideOffset={6}
          collisionPadding={8}
          aria-label="Length of the article"
          onInteractOutside={() => {
            returnFocus.current = null
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            returnFocus.current?.()
          }}
        >
          <Figures />
          <Goal words={words} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Progress({ words, goal }: { readonly words: number; readonly goal: number }) {
  const share = Math.min(1, words / goal)
  return (
    <span
      className={styles.progress}
      role="progressbar"
      aria-label="Goal"
      aria-valuenow={Math.min(words, goal)}
      aria-valuemin={0}
      aria-valuemax={goal}
      data-done={words >= goal}
    >
      <span style={{ width: `${share * 100}%` }} />
    </span>
  )
}

function Figures() {
  const words = useArticle((state) => state.words) ?? 0
  const characters = useArticle((state) => state.characters) ?? 0
  const selected = useArticle((state) => state.selected)
  const rows = [
    { name: 'Words', whole: show(words), part: selected && show(selected.words) },
    { name: 'Characters', whole: show(characters), part: selected && show(selected.characters) },
    {
      name: 'Reading time',
      whole: readingTime(words),
      part: selected && readingTime(selected.words),
    },
  ]
  return (
    <table className={styles.figures}>
      {selected === null ? null : (
        <thead>
          <tr>
            <td />
            <th scope="col">Article</th>
            <th scope="col">Selection</th>
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(({ name, whole, part }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{whole}</td>
            {part === null ? null : <td>{part}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Rounded up: nobody finishes in no time. */
function readingTime(words: number): string {
  const minutes = Math.ceil(words / WORDS_A_MINUTE)
  return `${show(minutes)} min`
}

function Goal({ words }: { readonly words: number }) {
  const id = useId()
  const goal = useArticle((state) => state.goal)
  const control = useArticle((state) => state.session?.goal)
  const [text, setText] = useState(goal === null ? '' : String(goal))
  const wanted = /^\d{1,7}$/.test(text.trim()) ? Number(text) : 0

  function set(event: FormEvent): void {
    event.preventDefault()
    control?.set(wanted > 0 ? wanted : null)
  }

  return (
    <form className={styles.goal} onSubmit={set}>
      <label htmlFor={id}>Goal in words</label>
      <input
        id={id}
        inputMode="numeric"
        value={text}
        placeholder="none"
        disabled={control === undefined || control.locked !== undefined}
        aria-describedby={`${id}-note`}
        onChange={(event) => setText(event.target.value)}
        onBlur={set}
      />
      <p id={`${id}-note`} className={styles.note}>
        {control?.locked ?? remains(words, goal)}
      </p>
    </form>
  )
}

function remains(words: number, goal: number | null): string {
  if (goal === null) return 'Kept as “goal” in the article’s front matter.'
  const rest = goal - words
  if (rest > 0) return `${show(rest)} to go.`
  return rest === 0 ? 'Exactly there.' : `${show(-rest)} over.`
}
