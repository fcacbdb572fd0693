import type { Revision } from './useHistory'

/** When a version was kept: the time of day for today's, with the day for others. */
export function timeOf(time: number, now: number): string {
  const date = new Date(time)
  const clock = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(date)
  const today = new Date(now)
  if (date.toDateString() === today.toDateString()) return `Today, ${clock}`
  const day = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    ...(date.getFullYear() === today.getFullYear() ? { weekday: 'short' } : { year: 'numeric' }),
  }).format(date)
  return `${day}, ${clock.slice(0, 5)}`
}

/** How much a version changed, in words. */
export function sizeOf({
  n,
  words,
  added,
  removed,
}: Pick<Revision, 'n' | 'words' | 'added' | 'removed'>): string {
  const total = `${words} ${words === 1 ? 'word' : 'words'}`
  if (n === 1) return total
  if (added + removed === 0) return 'No words, only signs'
  const parts = [added > 0 ? `+${added}` : '', removed > 0 ? `−${removed}` : '']
  const change = parts.filter((part) => part !== '').join(' ')
  return `${change} ${added + removed === 1 ? 'word' : 'words'}`
}
