import { STATUSES } from '../../shared/domain/article'
import styles from './StatusChip.module.css'

/** Where an article stands, as written in it; a colour only helps those we know. */
export function StatusChip({ status }: { readonly status: string }) {
  const known = STATUSES.find((each) => each === status.toLowerCase())
  return (
    <span className={styles.chip} data-status={known ?? 'other'}>
      {status}
    </span>
  )
}
