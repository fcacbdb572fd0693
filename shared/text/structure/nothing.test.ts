import { describe, expect, it } from 'vitest'
import { isWorthOffering, readStructure } from '.'

/** Two paragraphs of running text. */
const BODY = `The ferry left the northern pier an hour late on Monday, with forty passengers and a cargo of salt that nobody had signed for.

The harbour master said the delay was caused by fog. By noon the water was clear again, and the second boat left on time.`

const MORE = `The council will meet again in the spring, when the new timetable is to be published and the old boats are to be sold.`

describe('finds nothing in', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['nothing', ''],
    ['a word', 'Ferry'],
    ['a sentence', 'The ferry left late.'],
    ['running text', BODY],
    ['a mail', `Dear Ana,\n\n${BODY}\n\nKind regards\nBen`],
    [
      'a poem',
      'The sea is wide\nand I am small\n\nThe boat goes out\nbefore the squall\n\nThe light comes on\nabove the wall\n\nThe night is long\nfor one and all',
    ],
    [
      'an address',
      'The Norhaven Post\n12 Harbour Street\n9001 Norhaven\n\nTelephone 555 0101\n\nOpen from nine to five',
    ],
    [
      'code',
      'function sail(boat) {\n  boat.leave();\n}\n\nconst solveig = new Boat();\n\nsail(solveig);',
    ],
    ['a table with tabs', 'Boat\tSeats\nSolveig\t40\nAstrid\t60\n\nTotal\t100'],
    [
      'dialogue with dashes of its own',
      '— Is the boat late? asked the boy.\n\n— It is always late, his father said. It has been late since I was as small as you are now.\n\n— Then why do we come so early, every single time we come?',
    ],
    ['one line with a dash', `${BODY}\n\n- and so it went on for the rest of the day.`],
    [
      'years that look like numbers',
      `${BODY}\n\n2014. That was the year of the storm.\n\n2015. The boats came back.`,
    ],
    ['a number alone', `${BODY}\n\n3. That is how many boats were left.`],
    [
      'a colon without a speaker',
      `${BODY}\n\nThere was one problem:\n\nThe boat had no engine.\n\n${MORE}`,
    ],
    ['speech in the same paragraph', `${BODY}\n\nAda Brandt said: “We sail at dawn.”\n\n${MORE}`],
    ['a short paragraph with a full stop', `${BODY}\n\nNobody knew.\n\n${MORE}`],
    ['a line that goes on in small letters', `${BODY}\n\nand then the fog\n\n${MORE}`],
    ['a signature at the end', `${BODY}\n\nAna Ruiz`],
    ['a shout', `${BODY}\n\n“Never again”\n\n${MORE}`],
    ['an address of the web', `${BODY}\n\nhttps://example.org/ferries\n\n${MORE}`],
    ['a date', `${BODY}\n\n16 December 2026\n\n${MORE}`],
    ['furniture’s words in a sentence', `${BODY}\n\nHe asked her to leave a reply.\n\n${MORE}`],
    ['furniture that running text follows', `${BODY}\n\nShare this\n${MORE}`],
    ['furniture and nothing else', 'Also Read\n\nSuggested Posts\n\nLeave a Reply'],
    [
      'lines that a mail program broke',
      'The ferry left the northern pier an hour late on Monday, with forty\npassengers and a cargo of salt that nobody had signed for, and the\nharbour master said nothing.',
    ],
  ]
  it.each(cases)('%s', (_, text) => {
    expect(readStructure(text).decisions.map(({ reading }) => reading)).toEqual([])
  })

  it('a text that is not worth asking about', () => {
    expect(isWorthOffering(readStructure(BODY))).toBe(false)
    expect(isWorthOffering(readStructure('• One\n• Two'))).toBe(false)
  })
})
