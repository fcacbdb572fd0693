import styles from './StartFailed.module.css'

/** All there is to show when the backend does not answer at the start. */
export function StartFailed({ message }: { readonly message: string }) {
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>Galley could not start.</h1>
      <p role="alert">{message}</p>
      <p>
        <a href={window.location.pathname}>Try again</a>
      </p>
    </main>
  )
}
