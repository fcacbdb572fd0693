import { X } from 'lucide-react'
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import styles from './Dialog.module.css'
import hidden from './hidden.module.css'
import { rememberFocus } from './rememberFocus'

export interface DialogProps {
  readonly title: string
  /** Called for the cross and a press beside the dialog, and when the browser closed it for Escape. */
  onClose(): void
  /**
   * `page`: as large as the window allows, its content as high as there is room; `full`: the window.
   */
  readonly size?: 'narrow' | 'wide' | 'page' | 'full'
  /** A question that must be answered by a button, not by a press beside it. */
  readonly insists?: boolean
  /** For a dialog whose content names it at sight; the title is then for screen readers only. */
  readonly bare?: boolean
  readonly children: ReactNode
}

/**
 * A modal dialog on the browser's own `<dialog>`: it holds the focus, makes the rest of the page inert
 * and gives the focus back, without the style elements that a strict policy forbids.
 */
export function Dialog({ title, onClose, size = 'narrow', insists, bare, children }: DialogProps) {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()

  useLayoutEffect(() => {
    const dialog = ref.current
    const returnFocus = rememberFocus()
    dialog?.showModal()
    // React's own autoFocus comes before the dialog is shown, when nothing in it can have the focus.
    // Without a first control the focus goes to the title, so that nobody presses the cross unawares.
    const first =
      dialog?.querySelector<HTMLElement>('[data-autofocus]') ??
      dialog?.querySelector<HTMLElement>('[data-dialog-title]')
    first?.focus()
    return () => {
      dialog?.close()
      returnFocus()
    }
  }, [])

  return (
    <dialog
      ref={ref}
      className={`${styles.dialog} ${styles[size]} ${bare ? styles.bare : ''}`}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => {
        if (!insists && event.target === event.currentTarget) onClose()
      }}
    >
      <div className={styles.inside}>
        <header className={bare ? hidden.hidden : styles.header}>
          <h2 id={titleId} className={styles.title} tabIndex={-1} data-dialog-title>
            {title}
          </h2>
          {bare || insists ? null : (
            // Without a tooltip, which would lie behind the dialog.
            <button type="button" className={styles.close} aria-label="Close" onClick={onClose}>
              <X size={17} strokeWidth={1.75} aria-hidden />
            </button>
          )}
        </header>
        {children}
      </div>
    </dialog>
  )
}

/** The row of buttons at the end of a dialog. */
export function DialogButtons({ children }: { readonly children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>
}
