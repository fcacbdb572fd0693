import type { ReactNode } from 'react'
import { useFocusKept } from '../useFocusKept'
import styles from './Banner.module.css'

interface BannerProps {
  readonly text: string
  readonly children?: ReactNode
}

/** A problem above the desk, there until its cause is gone. */
export function Banner({ text, children }: BannerProps) {
  useFocusKept()
  return (
    <div className={styles.banner} role="alert" data-pane="banner">
      <p className={styles.text}>{text}</p>
      {children}
    </div>
  )
}
