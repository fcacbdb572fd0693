import { Component, type ReactNode } from 'react'
import { Button } from '../ui/Button'
import styles from './ErrorBoundary.module.css'

interface ErrorBoundaryProps {
  /** What failed, as the start of a sentence: `The preview`. */
  readonly what: string
  /** The words that must not be lost with it. */
  rescue?(): string | null
  readonly children: ReactNode
}

interface ErrorBoundaryState {
  readonly error: Error | null
}

/** Keeps a fault in one part of the desk from taking the rest down, and the words with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override readonly state: ErrorBoundaryState = { error: null }

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }

  override render(): ReactNode {
    const { error } = this.state
    if (error === null) return this.props.children
    const words = this.rescuedWords()
    return (
      <div className={styles.fault} role="alert">
        <h2 className={styles.title}>{this.props.what} stopped working.</h2>
        <p>
          Saved articles are safe on disk. The reason given was: <q>{error.message}</q>
        </p>
        {words === null ? null : (
          <label className={styles.words}>
            The words on the page, to copy:
            <textarea readOnly rows={10} value={words} />
          </label>
        )}
        <Button look="primary" onClick={() => this.setState({ error: null })}>
          Try again
        </Button>
      </div>
    )
  }

  private rescuedWords(): string | null {
    try {
      return this.props.rescue?.() ?? null
    } catch {
      return null
    }
  }
}
