import { Popover } from 'radix-ui'
import { type ReactNode, useId, useRef, useState } from 'react'
import { Above } from '../../ui/Above'
import styles from './Popup.module.css'

interface PopupProps {
  readonly label: string
  /** Where it stands, measured once as it opens: what it writes may move the place it was opened at. */
  place(): DOMRect
  /** Whether it goes along with that place instead. */
  readonly follows?: boolean
  /** Asked for by Escape or a press elsewhere. */
  onClose(): void
  /** Has the keyboard again once it is closed. */
  onLeave(): void
  readonly children: ReactNode
}

/** Fields beside a place on the page, open for as long as it is drawn. Nothing is drawn over the place itself. */
export function Popup({ label, place, follows = false, onClose, onLeave, children }: PopupProps) {
  const [rect] = useState(place)
  const anchor = useRef({ getBoundingClientRect: follows ? place : () => rect })
  return (
    <Popover.Root open onOpenChange={(open) => (open ? undefined : onClose())}>
      <Popover.Anchor virtualRef={anchor} />
      <Above label={label}>
        <Popover.Content
          className={styles.popup}
          side="bottom"
          align="start"
          sideOffset={8}
          collisionPadding={12}
          aria-label={label}
          onKeyDown={(event) => {
            // A hint that is shown inside would otherwise have Escape to itself.
            if (event.key === 'Escape' && !event.nativeEvent.isComposing) onClose()
          }}
          onOpenAutoFocus={(event) => {
            const content = event.currentTarget
            const field = content instanceof Element && content.querySelector('input, textarea')
            if (!(field instanceof HTMLElement)) return
            event.preventDefault()
            field.focus()
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            onLeave()
          }}
        >
          {children}
        </Popover.Content>
      </Above>
    </Popover.Root>
  )
}

/** What ties a control to its label and to what is wrong with it. */
interface ControlProps {
  readonly id: string
  readonly className: string | undefined
  readonly 'aria-invalid': boolean
  readonly 'aria-describedby': string | undefined
}

interface PopupFieldProps {
  readonly label: string
  readonly problem?: string | null
  /** Whether the label stands beside its control, where several are below each other. */
  readonly inRow?: boolean
  children(control: ControlProps): ReactNode
}

/** A labelled control in a pop-up, with what is wrong with it. */
export function PopupField({ label, problem = null, inRow = false, children }: PopupFieldProps) {
  const id = useId()
  return (
    <div className={inRow ? styles.row : styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({
        id,
        className: styles.control,
        'aria-invalid': problem !== null,
        'aria-describedby': problem === null ? undefined : `${id}-problem`,
      })}
      {problem === null ? null : (
        <p id={`${id}-problem`} className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

/** The buttons at a pop-up's end. */
export function PopupButtons({ children }: { readonly children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>
}

/** Why there is nothing to fill in. */
export function PopupNote({ children }: { readonly children: ReactNode }) {
  return <p className={styles.note}>{children}</p>
}
