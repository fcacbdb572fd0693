const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** When something changed, as one would say it: `just now`, `5 min ago`, `yesterday`, `3 Nov`, `3 Nov 2023`. */
export function relativeTime(then: number, now: number): string {
  const passed = now - then
  // A clock that runs a little ahead (another machine's, over a share) is no reason to speak of the future.
  if (passed < MINUTE) return 'just now'
  if (passed < HOUR) return `${Math.floor(passed / MINUTE)} min ago`
  const days = calendarDays(then, now)
  if (days === 0) return `${Math.floor(passed / HOUR)} h ago`
  if (days === 1) return 'yesterday'
  if (days < 7) return `${days} days ago`
  const date = new Date(then)
  const sameYear = date.getFullYear() === new Date(now).getFullYear()
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    year: sameYear ? undefined : 'numeric',
  }).format(date)
}

function calendarDays(then: number, now: number): number {
  return Math.round((midnight(now) - midnight(then)) / DAY)
}

function midnight(time: number): number {
  const date = new Date(time)
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
}
