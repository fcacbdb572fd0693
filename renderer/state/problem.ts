import { AppError } from '../../shared/api/errors'
import { type NoticeAction, type NoticesStore, warn } from './noticesStore'

/** The sentence to show for something that went wrong. */
export function problemOf(error: unknown): string {
  if (error instanceof AppError) return error.message
  return error instanceof Error ? `Something unexpected happened: ${error.message}` : String(error)
}

/** Whether a person dismissed a dialog of the system, which is no problem to report. */
export function wasCancelled(error: unknown): boolean {
  return error instanceof AppError && error.code === 'cancelled'
}

/** Tells of a failed action and keeps the notice until it is settled; says nothing of a dismissed dialog. */
export function report(
  store: NoticesStore,
  key: string,
  error: unknown,
  actions: readonly NoticeAction[] = [],
): void {
  if (!wasCancelled(error)) warn(store, { key, text: problemOf(error), actions })
}
