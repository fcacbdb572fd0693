import type { LucideIcon } from 'lucide-react'
import type { ButtonHTMLAttributes, Ref } from 'react'
import styles from './IconButton.module.css'
import { Tooltip } from './Tooltip'

export interface IconButtonProps
  extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children' | 'title'> {
  readonly icon: LucideIcon
  /** What it does: its name for a screen reader, and its tooltip. */
  readonly label: string
  /** The key that does the same, as shown to a person. */
  readonly keys?: string
  readonly pressed?: boolean
  readonly ref?: Ref<HTMLButtonElement>
}

export function IconButton({
  icon: Icon,
  label,
  keys,
  pressed,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys}>
      <button
        type="button"
        aria-label={label}
        aria-pressed={pressed}
        className={[styles.button, className].filter(Boolean).join(' ')}
        {...rest}
      >
        <Icon size={17} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  )
}
