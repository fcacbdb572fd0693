import {
  REVIEWER_KEY,
  STATUS_DATES_KEY,
  STATUS_KEY,
  withStatusDate,
} from '../../../shared/domain/workflow'
import { minuteOf } from '../../../shared/review'
import type { ArticleSession } from '../articleSession'
import type { Desk } from '../desk'

/** Says where the article stands from now on, and since when. */
export function moveToStatus({ clock }: Desk, session: ArticleSession, status: string): void {
  const time = minuteOf(new Date(clock.now()))
  const dates = session.fields().get(STATUS_DATES_KEY)
  session.setKey(STATUS_KEY, status)
  if (status !== '') session.setKey(STATUS_DATES_KEY, withStatusDate(dates, { status, time }))
}

/** Says who is to look at the article; `''` takes it from everybody. */
export function assignReviewer(session: ArticleSession, handle: string): void {
  session.setKey(REVIEWER_KEY, handle)
}
