const HUGE = 'A paragraph that was pasted. '.repeat(10_000)

/** What stands on a page, change by change; one of them is so large that its journal is written afresh. */
export const pageTexts: readonly string[] = [
  'Start.\n',
  'Start. One\n',
  'Start. One two\n',
  `Start. One two ${HUGE}\n`,
  `Start. One two ${HUGE} four\n`,
]
