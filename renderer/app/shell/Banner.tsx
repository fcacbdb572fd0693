import type { ReactNode } from 'react'
import { useFocusKept } from '../useFocusKept'
import styles from './Banner.module.css'

interface BannerProps {
  /** `news`: what should be known or decided, and nothing is wrong yet. */
  readonly tone?: 'problem' | 'news'
  readonly text: string
  readonly children?: ReactNode
}

/** What stands above the desk until its cause is gone. */
export function Banner({ tone = 'problem', text, children }: BannerProps) {
  useFocusKept()
  return (
    <div className={styles.banner} role="alert" data-pane="banner" data-tone={tone}>
      <p className={styles.text}>{text}</p>
      {children}
    </div>
  )
}
