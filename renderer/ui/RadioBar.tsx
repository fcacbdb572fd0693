import type { ComponentType, ReactNode } from 'react'
import styles from './RadioBar.module.css'

interface RadioBarProps<T extends string> {
  readonly label: string
  /** The group's name among the page's radio buttons. */
  readonly name: string
  readonly value: T
  readonly options: readonly {
    readonly value: T
    readonly label: string
    readonly icon?: ComponentType<{ readonly size: number }>
  }[]
  /** A well in a toolbar, which shows signs alone where there is no room, or a bar over a pane. */
  readonly look: 'well' | 'bar'
  onChange(value: T): void
}

/** One of a few, side by side. */
export function RadioBar<T extends string>(props: RadioBarProps<T>): ReactNode {
  const { label, name, value, options, look, onChange } = props
  return (
    <div className={styles[look]} role="radiogroup" aria-label={label}>
      {options.map(({ value: own, label: words, icon: Icon }) => (
        <label key={own} className={styles.choice} data-chosen={own === value || undefined}>
          <input
            type="radio"
            name={name}
            className={styles.radio}
            checked={own === value}
            onChange={() => onChange(own)}
          />
          {Icon ? (
            <span className={styles.icon} aria-hidden>
              <Icon size={14} />
            </span>
          ) : null}
          <span className={styles.label}>{words}</span>
        </label>
      ))}
    </div>
  )
}
