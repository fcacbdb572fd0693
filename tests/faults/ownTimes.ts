import type { Saving } from './savingProcess'

/** The last key that a writer was handed longer ago than this, in its own time, when it was killed. */
export function keptUntil({ lines }: Saving, milliseconds: number): number {
  const told = lines.map((line) => line.split(' '))
  const last = Number(told.findLast(([word]) => word === 'now')?.[1] ?? 0)
  const key = told.findLast(([word, , at]) => word === 'typed' && last - Number(at) > milliseconds)
  return Number(key?.[1] ?? 0)
}
