import { type ReactNode, useId } from 'react'
import styles from './Field.module.css'

interface FieldProps {
  readonly label: string
  readonly hint?: ReactNode
  /** Why what was entered will not do. */
  readonly problem?: string | null
  /** Draws the control with the ids that tie it to its label, hint and problem. */
  children(ids: {
    readonly id: string
    readonly 'aria-describedby': string | undefined
    readonly 'aria-invalid': boolean | undefined
    readonly className: string | undefined
  }): ReactNode
}

/** A labelled control with its hint and what is wrong with it. */
export function Field({ label, hint, problem, children }: FieldProps) {
  const id = useId()
  const noteId = `${id}-note`
  const note = problem ?? hint
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({
        id,
        'aria-describedby': note ? noteId : undefined,
        'aria-invalid': problem ? true : undefined,
        className: styles.control,
      })}
      {note ? (
        <p id={noteId} className={problem ? styles.problem : styles.hint}>
          {note}
        </p>
      ) : null}
    </div>
  )
}

const COLUMNS = { 1: '', 2: styles.twoColumns, 3: styles.threeColumns } as const

interface ChoicesProps<T extends string> {
  readonly legend: string
  readonly name: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string; readonly hint?: string }[]
  /** How many stand beside each other. */
  readonly columns?: keyof typeof COLUMNS
  onChange(value: T): void
}

/** One of a few, all in sight. */
export function Choices<T extends string>({
  legend,
  name,
  value,
  options,
  columns = 1,
  onChange,
}: ChoicesProps<T>) {
  return (
    <fieldset className={styles.choices}>
      <legend className={styles.label}>{legend}</legend>
      <div className={`${styles.options} ${COLUMNS[columns]}`}>
        {options.map((option) => (
          <label key={option.value} className={styles.option}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint ? <small className={styles.optionHint}>{option.hint}</small> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface SelectProps<T extends string> {
  readonly label: string
  readonly hint?: string
  readonly value: T
  readonly options: readonly { readonly value: T; readonly label: string }[]
  onChange(value: T): void
}

/** One of many, the chosen one in sight. */
export function Select<T extends string>({
  label,
  hint,
  value,
  options,
  onChange,
}: SelectProps<T>) {
  return (
    <Field label={label} hint={hint}>
      {(ids) => (
        <select
          {...ids}
          value={value}
          onChange={(event) => {
            const chosen = options.find((option) => option.value === event.target.value)
            if (chosen) onChange(chosen.value)
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface CheckProps {
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  readonly disabled?: boolean
  onChange(checked: boolean): void
}

export function Check({ label, hint, checked, disabled, onChange }: CheckProps) {
  return (
    <label className={styles.check}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>
        {label}
        {hint ? <small className={styles.optionHint}>{hint}</small> : null}
      </span>
    </label>
  )
}
