import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { joinLines } from '../../../shared/text/runs'

interface TextControlProps {
  readonly id: string
  readonly className: string | undefined
  readonly value: string
  readonly rows?: number
  readonly placeholder?: string
  readonly readOnly?: boolean
  /** Found by it when somebody is sent to the field. */
  readonly field: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': boolean | undefined
  onChange(value: string): void
  /** Told when the field is left with something else in it than when it was entered. */
  onLeave?(value: string): void
}

/**
 * A text field over a value that may not hold what is being typed, a list's last comma say: what
 * was typed stays in sight until the field is left.
 */
export function TextControl({ value, rows, field, onChange, onLeave, ...rest }: TextControlProps) {
  const [typed, setTyped] = useState(value)
  const isFocused = useRef(false)
  const entered = useRef(value)
  useEffect(() => {
    if (!isFocused.current) setTyped(value)
  }, [value])

  const shared = {
    ...rest,
    'data-field': field,
    value: typed,
    onFocus: () => {
      isFocused.current = true
      entered.current = value
    },
    onBlur: () => {
      isFocused.current = false
      setTyped(value)
      if (value !== entered.current) onLeave?.(value)
    },
    onChange: (event: { readonly target: { readonly value: string } }) => {
      // Every value is one line in the file.
      const next = joinLines(event.target.value)
      setTyped(next)
      onChange(next)
    },
  }
  if (rows === undefined) return <input type="text" {...shared} />
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) event.preventDefault()
  }
  return <textarea {...shared} rows={rows} onKeyDown={press} />
}
