import { expect, it } from 'vitest'
import { readStatusDates, statusSince, withStatusDate } from './workflow'

it('writes down when an article came to each status, and the same status once', () => {
  const first = withStatusDate(undefined, { status: 'draft', time: '2026-11-20T09:00Z' })
  const second = withStatusDate(first, { status: 'in review', time: '2026-11-24T10:02Z' })
  expect(second).toEqual(['draft 2026-11-20T09:00Z', 'in review 2026-11-24T10:02Z'])
  expect(withStatusDate(second, { status: 'in review', time: '2026-11-25T10:02Z' })).toEqual(second)
  expect(statusSince(second, 'In review')).toBe('2026-11-24T10:02Z')
  expect(statusSince(second, 'approved')).toBeNull()
})

it('keeps what it does not understand in the list, and reads the rest', () => {
  const list = ['sent to Ana', 'draft 2026-11-20', 7]
  expect(readStatusDates(list)).toEqual([{ status: 'draft', time: '2026-11-20' }])
  expect(withStatusDate(list, { status: 'approved', time: '2026-11-24T10:02Z' })).toEqual([
    'sent to Ana',
    'draft 2026-11-20',
    '7',
    'approved 2026-11-24T10:02Z',
  ])
  expect(readStatusDates('draft 2026-11-20')).toHaveLength(1)
})
