import { expect, it } from 'vitest'
import { conflictCopyOf } from './conflictCopies'

it.each([
  ['talks (Ana’s conflicted copy 2026-11-24).md', 'talks.md', 'Dropbox'],
  ["talks (Ana's conflicted copy 2026-11-24).md", 'talks.md', 'Dropbox'],
  ["talks (Ana's conflicted copy 2026-11-24 (1)).md", 'talks.md', 'Dropbox'],
  ["talks (Ana's conflicted copy 2026-11-24) (1).md", 'talks.md', 'Dropbox'],
  ["talks (draft) (Ana's conflicted copy 2026-11-24).md", 'talks (draft).md', 'Dropbox'],
  ["talks (Ana (work)'s conflicted copy 2026-11-24).md", 'talks.md', 'Dropbox'],
  ['talks (Anas in Konflikt stehende Kopie 2026-11-24).md', 'talks.md', 'Dropbox'],
  ['talks (Copie en conflit de Ana 2026-11-24).md', 'talks.md', 'Dropbox'],
  ['talks (Copia en conflicto de Ana 2026-11-24).md', 'talks.md', 'Dropbox'],
  ['talks (Cópia em conflito de Ana 2026-11-24).md', 'talks.md', 'Dropbox'],
  ['talks (Конфликтующая копия Ana 2026-11-24).md', 'talks.md', 'Dropbox'],
  ['talks (Ana の競合コピー 2026-11-24).md', 'talks.md', 'Dropbox'],
  ['talks (Ana 的冲突副本 2026-11-24).md', 'talks.md', 'Dropbox'],
  ['talks (Ana의 충돌된 사본 2026-11-24).md', 'talks.md', 'Dropbox'],
  ['talks (Selective Sync Conflict).md', 'talks.md', 'Dropbox'],
  ['Talks (Case Conflict 1).md', 'Talks.md', 'Dropbox'],
  ['Talks (Case Conflict).md', 'Talks.md', 'Dropbox'],
  ['talks.sync-conflict-20261124-100203-ABCDEFG.md', 'talks.md', 'Syncthing'],
  ['talks.sync-conflict-20261124-100203.md', 'talks.md', 'Syncthing'],
  ['talks (conflicted copy 2026-11-24 100203).md', 'talks.md', 'Nextcloud'],
  ['talks (conflicted copy ana 2026-11-24 100203).md', 'talks.md', 'Nextcloud'],
  ['talks_conflict-20261124-100203.md', 'talks.md', 'Nextcloud'],
  ['talks (SFConflict ana@example.org 2026-11-24-10-02-03).md', 'talks.md', 'Seafile'],
  ['The conflict of 2026-11-24.md', null, null],
  ['talks (2026-11-24).md', null, null],
  ['(conflicted copy 2026-11-24 100203).md', null, null],
  ['talks.md', null, null],
  ['talks (of conflict).md', null, null],
])('reads %s as a copy of %s', (name, original, tool) => {
  expect(conflictCopyOf(name, [])).toEqual(
    original === null ? null : { fileName: name, original, tool, isCertain: true },
  )
})

it.each([
  ['talks 2.md', 'iCloud'],
  ['talks (1).md', 'Google Drive'],
  ['talks-DESKTOP-4QK2H1A.md', 'OneDrive'],
  ['talks-DESKTOP-4QK2H1A-2.md', 'OneDrive'],
  ['talks-Anas-MacBook-Pro.md', 'OneDrive'],
  ['talks-NEWSROOM.md', 'OneDrive'],
])('takes %s for a copy only beside its original', (name, tool) => {
  expect(conflictCopyOf(name, [name, 'other.md'])).toBeNull()
  expect(conflictCopyOf(name, [name, 'talks.md'])).toEqual({
    fileName: name,
    original: 'talks.md',
    tool,
    isCertain: false,
  })
})

it.each(['talks 1.md', 'talks-final.md', 'talks-2.md', 'talks 2027.md', 'talks (draft).md'])(
  'leaves %s beside talks.md alone, which a person called that',
  (name) => {
    expect(conflictCopyOf(name, [name, 'talks.md'])).toBeNull()
  },
)

it('does not take a file of another kind for the original', () => {
  expect(conflictCopyOf('talks 2.md', ['talks.markdown', 'talks.txt'])).toBeNull()
})

it('finds an original whose name is spelt with separate marks', () => {
  expect(conflictCopyOf('caf\u00e9 2.md', ['cafe\u0301.md'])).toMatchObject({
    original: 'cafe\u0301.md',
  })
})
