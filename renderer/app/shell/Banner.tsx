import type { ReactNode } from 'react'
import styles from './Banner.module.css'

interface BannerProps {
  readonly text: string
  readonly children?: ReactNode
}

/** A problem above the desk, there until its cause is gone. */
export function Banner({ text, children }: BannerProps) {
  return (
    <div className={styles.banner} role="alert">
      <p className={styles.text}>{text}</p>
      {children}
    </div>
  )
}
