import type { ReactNode } from 'react'
import styles from './Banner.module.css'

interface BannerProps {
  readonly tone: 'problem' | 'notice'
  readonly text: string
  readonly children?: ReactNode
}

/** A line above the desk for what lasts: it stays until the cause is gone. */
export function Banner({ tone, text, children }: BannerProps) {
  return (
    <div className={styles.banner} data-tone={tone} role={tone === 'problem' ? 'alert' : 'status'}>
      <p className={styles.text}>{text}</p>
      {children}
    </div>
  )
}
