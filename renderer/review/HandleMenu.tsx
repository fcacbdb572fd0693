import type { Reviewer } from '../../shared/review'
import styles from './HandleMenu.module.css'

interface HandleMenuProps {
  readonly id: string
  readonly people: readonly Reviewer[]
  readonly active: number
  onPick(person: Reviewer): void
}

/** The people whom the handle being written may mean. */
export function HandleMenu({ id, people, active, onPick }: HandleMenuProps) {
  return (
    <div id={id} role="listbox" aria-label="People" className={styles.menu}>
      {people.map((person, index) => (
        <div
          key={person.handle}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          className={styles.person}
          // The caret stays in the comment.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(person)}
        >
          @{person.handle} <span className={styles.name}>{person.name}</span>
        </div>
      ))}
    </div>
  )
}
