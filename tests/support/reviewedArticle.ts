/** An article under review by two people: changes of words and of blocks, one within another, a thread and a footnote. */
export const REVIEWED = `---
title: Talks end
standfirst: Five hours.
reviewers:
  - handle: ana
    name: Ana Ruiz
  - handle: ben
    name: Ben Holt
---

The talks {~~ran~>lasted~~}{>>@ana 2026-11-24T10:02Z<<} five hours, {==90 percent ready==}{>>@ana 2026-11-24T10:03Z Says who?<<}{>>@ben 2026-11-24T10:09Z Two officials.<<}.

{--A paragraph about the weather of the day.

--}{>>@ben 2026-11-24T10:20Z<<}- Ferries sail
{++- Wages rise
++}{>>@ben 2026-11-24T10:41Z<<}
> “We are {++very {--truly --}{>>@ben 2026-11-24T10:45Z<<}++}{>>@ana 2026-11-24T10:42Z<<}close,” she said.[^1]

[^1]: After nine days.
`
