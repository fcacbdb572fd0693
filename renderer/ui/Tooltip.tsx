import { Tooltip as Radix } from 'radix-ui'
import type { ReactNode } from 'react'
import { Layer } from './Layer'
import styles from './Tooltip.module.css'

export interface TooltipProps {
  readonly label: string
  readonly keys?: string
  /** One element that takes a ref and events. */
  readonly children: ReactNode
}

/** A name for what only shows an icon, with its key. `TooltipProvider` stands above the app. */
export function Tooltip({ label, keys, children }: TooltipProps) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Layer label="Hint">
          <Radix.Content className={styles.tip} sideOffset={6} collisionPadding={8}>
            {label}
            {keys ? <kbd className={styles.keys}>{keys}</kbd> : null}
          </Radix.Content>
        </Layer>
      </Radix.Portal>
    </Radix.Root>
  )
}

export const TooltipProvider = Radix.Provider
