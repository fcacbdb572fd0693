import { expect, it } from 'vitest'
import { listReview, parseReview } from '../../review'
import { contentFromMarkdown } from '../export/content'
import { CHECK_NAMES, checkArticle, checklistFor, NO_HOUSE_RULES, readHouseRules } from './index'

const TEXT = `---
title: A headline of more than thirty characters
---

The {++old ++}mill [here]() the the TK.{>>@ana 2026-11-24T10:02Z Why?<<}

![](mill.jpg)

“Not today.”

#### Far below
`

function findingsIn(text: string, rules = NO_HOUSE_RULES) {
  const review = listReview(parseReview(text).nodes)
  const around = { missing: new Set<string>(), slugs: new Map(), review, now: 0 }
  return checkArticle(contentFromMarkdown(text), around, rules)
}

it('says of each thing that a status asks for how much is left to see to', () => {
  const list = checklistFor('Approved', NO_HOUSE_RULES.checklists, findingsIn(TEXT))
  const open = Object.fromEntries(list.map(({ check, open }) => [check, open]))
  expect(open).toMatchObject({ 'picture-alt': 1, 'picture-credit': 1, quotation: 1, link: 1 })
  expect(open.review).toBeGreaterThan(0)
  expect(list.find(({ check }) => check === 'picture-alt')?.label).toBe(
    'Every picture has a description',
  )
  expect(checklistFor('idea', NO_HOUSE_RULES.checklists, findingsIn(TEXT))).toEqual([])
})

it('is the library’s own where it has one', () => {
  const { rules, problems } = readHouseRules(
    'limits: {headline: 30}\nchecklists:\n  In review:\n    - check: length\n      say: Headline under 30 characters\n    - review\n    - nonsense\n',
  )
  expect(problems).toEqual([expect.stringContaining('“nonsense”')])
  const list = checklistFor('in review', rules.checklists, findingsIn(TEXT, rules))
  expect(list.map(({ label, open }) => [label, open > 0])).toEqual([
    ['Headline under 30 characters', true],
    ['No suggestion and no thread is open', true],
  ])
  // The lists of other statuses stay.
  expect(rules.checklists.get('approved')).toEqual(NO_HOUSE_RULES.checklists.get('approved'))
})

it('knows every check by its name or the name of its family', () => {
  for (const { check } of findingsIn(TEXT)) {
    expect(CHECK_NAMES.some((name) => check === name || check.startsWith(`${name}-`))).toBe(true)
  }
})
