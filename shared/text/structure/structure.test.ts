import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorthOffering, type Piece, piecesOf, readStructure } from '.'

function shown(piece: Piece): string | readonly string[] {
  switch (piece.kind) {
    case 'headline':
      return `HEADLINE ${piece.text}`
    case 'byline':
      return `BY ${piece.name}`
    case 'standfirst':
      return `STANDFIRST ${piece.text}`
    case 'caption':
      return piece.alt === ''
        ? `CAPTION ${piece.caption}`
        : `CAPTION ${piece.alt} | ${piece.caption}`
    case 'lead':
      return `LEAD ${piece.subject}`
    case 'heading':
      return `## ${piece.text}`
    case 'list':
      return piece.items.map(
        ({ text, depth }) => `${'  '.repeat(depth)}${piece.ordered ? '1.' : '-'} ${text}`,
      )
    case 'quotation':
      return piece.paragraphs.map((text) => `> ${text}`)
    case 'furniture':
      return `ASIDE ${piece.lines.join(' / ')}`
    case 'paragraph':
      return piece.text.length > 40 ? `${piece.text.slice(0, 20).trim()}…` : piece.text
  }
}

function read(text: string): readonly string[] {
  return piecesOf(readStructure(text)).flatMap(shown)
}

/** What was detected, leaving out plain paragraphs. */
function detected(text: string): readonly string[] {
  return piecesOf(readStructure(text))
    .filter(({ kind }) => kind !== 'paragraph')
    .flatMap(shown)
}

/** Two paragraphs of running text. */
const BODY = `The ferry left the northern pier an hour late on Monday, with forty passengers and a cargo of salt that nobody had signed for.

The harbour master said the delay was caused by fog. By noon the water was clear again, and the second boat left on time.`

const MORE = `The council will meet again in the spring, when the new timetable is to be published and the old boats are to be sold.`

describe('a whole scrape', () => {
  const text = `Harbour Ferry Strike: Crews Return to Work, Owners Promise New Boats

Harbour Ferry Strike
Harbour ferry strike ends after nine days in Norhaven.

Harbour Ferry Strike: After nine days without a boat, the crews of the harbour ferries in Norhaven went back to work on Monday, and the owners promised them two new vessels.

At the same time, the town signalled that it would pay for the repairs, which the crews had called “overdue by ten years.”

What the Crews Won

The agreement, signed in the night to Monday, gives the crews a new roster. The main points include:

  • Two new boats,
  • A shorter night shift,
  • Paid training, and
  • A review in spring.

The owners had refused all of it a week ago.

Brandt’s Firm Stand

Despite the relief, the union remains careful. Speaking to reporters, Ada Brandt said:

We will not sail another winter in boats that leak. Our crews are patient, but the sea is not.

The owners gave no date for the delivery. For this reason the union speaks of a “first step.”
Its lawyer added on Tuesday that the contract was sound.

Also Read

Suggested Posts

Leave a Reply

Your email address will not be published. Required fields are marked *`

  it('becomes an article', () => {
    expect(read(text)).toEqual([
      'HEADLINE Harbour Ferry Strike: Crews Return to Work, Owners Promise New Boats',
      'CAPTION Harbour Ferry Strike | Harbour ferry strike ends after nine days in Norhaven.',
      'LEAD Harbour Ferry Strike',
      'At the same time, th…',
      '## What the Crews Won',
      'The agreement, signe…',
      '- Two new boats,',
      '- A shorter night shift,',
      '- Paid training, and',
      '- A review in spring.',
      'The owners had refus…',
      '## Brandt’s Firm Stand',
      'Despite the relief,…',
      '> We will not sail another winter in boats that leak. Our crews are patient, but the sea is not.',
      'The owners gave no d…',
      'Its lawyer added on…',
      'ASIDE Also Read / Suggested Posts / Leave a Reply / Your email address will not be published. Required fields are marked *',
    ])
    expect(isWorthOffering(readStructure(text))).toBe(true)
  })

  it('leaves what is declined as it was, and nothing else', () => {
    const structure = readStructure(text)
    const list = structure.decisions.find(({ reading }) => reading.kind === 'list')
    const pieces = piecesOf(structure, new Set([list?.id ?? -1])).flatMap(shown)
    expect(pieces).toContain('• Two new boats,')
    expect(pieces).toContain('## What the Crews Won')
  })

  it('is paragraphs again when everything is declined', () => {
    const structure = readStructure(text)
    const all = new Set(structure.decisions.map(({ id }) => id))
    expect(piecesOf(structure, all)).toEqual(
      structure.parts.map((part) => ({ kind: 'paragraph', text: part.text })),
    )
  })

  it('gives a reason for each decision', () => {
    for (const { reason } of readStructure(text).decisions)
      expect(reason).toMatch(/^[“A-Z\d].{20,}/)
  })
})

describe('finds', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['a headline', `Ferries sail again\n\n${BODY}`, ['HEADLINE Ferries sail again']],
    [
      'a headline that asks',
      `Who owns the harbour?\n\n${BODY}`,
      ['HEADLINE Who owns the harbour?'],
    ],
    [
      'a headline that shouts',
      `FERRIES SAIL AGAIN!\n\n${BODY}`.replace('!', ''),
      ['HEADLINE FERRIES SAIL AGAIN'],
    ],
    [
      'a byline under the headline',
      `Ferries sail again\n\nBy Ana Ruiz\n\n${BODY}`,
      ['HEADLINE Ferries sail again', 'BY Ana Ruiz'],
    ],
    [
      'two names in a byline',
      `Ferries sail again\n\nBy Ana Ruiz and Ben de Vries\n\n${BODY}`,
      ['HEADLINE Ferries sail again', 'BY Ana Ruiz and Ben de Vries'],
    ],
    [
      'a byline with a date between',
      `Ferries sail again\n\n16 December 2026\n\nBy Ana Ruiz\n\n${BODY}`,
      ['HEADLINE Ferries sail again', 'BY Ana Ruiz'],
    ],
    [
      'a standfirst before the byline',
      `Ferries sail again\n\nNine days after the last boat left, the crews of Norhaven have agreed to a new roster.\n\nBy Ana Ruiz\n\n${BODY}`,
      [
        'HEADLINE Ferries sail again',
        'STANDFIRST Nine days after the last boat left, the crews of Norhaven have agreed to a new roster.',
        'BY Ana Ruiz',
      ],
    ],
    [
      'a standfirst without a full stop',
      `Ferries sail again\n\nNine days after the last boat left, the crews of Norhaven agree to a new roster\n\n${BODY}`,
      [
        'HEADLINE Ferries sail again',
        'STANDFIRST Nine days after the last boat left, the crews of Norhaven agree to a new roster',
      ],
    ],
    [
      'a caption by its credit',
      `Ferries sail again\n\nThe ferry Solveig at the northern pier on Monday. (Photo: Ana Ruiz)\n\n${BODY}`,
      [
        'HEADLINE Ferries sail again',
        'CAPTION The ferry Solveig at the northern pier on Monday. (Photo: Ana Ruiz)',
      ],
    ],
    [
      'a caption by an agency',
      `Ferries sail again\n\nThe ferry Solveig at the pier | Getty Images\n\n${BODY}`,
      ['HEADLINE Ferries sail again', 'CAPTION The ferry Solveig at the pier | Getty Images'],
    ],
    [
      'a caption by its label',
      `Ferries sail again\n\nPhoto: The Solveig in fog\n\n${BODY}`,
      ['HEADLINE Ferries sail again', 'CAPTION Photo: The Solveig in fog'],
    ],
    [
      'section headings',
      `${BODY}\n\nWhat the crews want\n\n${MORE}\n\nWhat the owners say\n\n${MORE}`,
      ['## What the crews want', '## What the owners say'],
    ],
    ['a heading that asks', `${BODY}\n\nWhat happens now?\n\n${MORE}`, ['## What happens now?']],
    [
      'a heading before a list',
      `${BODY}\n\nThe demands\n\n• New boats\n• New crews\n\n${MORE}`,
      ['## The demands', '- New boats', '- New crews'],
    ],
    ['a heading with a number', `${BODY}\n\n2026 in figures\n\n${MORE}`, ['## 2026 in figures']],
    ['one bullet alone', `${BODY}\n\n• A single point`, ['- A single point']],
    [
      'bullets parted by blank lines',
      `${BODY}\n\n• One\n\n• Two\n\n• Three`,
      ['- One', '- Two', '- Three'],
    ],
    ['a bullet on a line of its own', `${BODY}\n\n•\nOne\n•\nTwo`, ['- One', '- Two']],
    ['bullets without a space', `${BODY}\n\n•One\n•Two`, ['- One', '- Two']],
    [
      'nested bullets',
      `${BODY}\n\n• Boats\n    ◦ Two large\n    ◦ One small\n• Crews`,
      ['- Boats', '  - Two large', '  - One small', '- Crews'],
    ],
    [
      'a wrapped bullet',
      `${BODY}\n\n• Boats that are\n  large enough\n• Crews`,
      ['- Boats that are large enough', '- Crews'],
    ],
    ['dashes', `${BODY}\n\n- Boats\n- Crews`, ['- Boats', '- Crews']],
    ['Word’s private bullet', `${BODY}\n\n\uf0b7\tBoats\n\uf0b7\tCrews`, ['- Boats', '- Crews']],
    ['a triangle', `${BODY}\n\n▶ Boats\n▶ Crews`, ['- Boats', '- Crews']],
    ['check marks', `${BODY}\n\n✓ Boats\n✓ Crews`, ['- Boats', '- Crews']],
    [
      'a numbered list',
      `${BODY}\n\n1. Boats\n2. Crews\n3. Pay`,
      ['1. Boats', '1. Crews', '1. Pay'],
    ],
    ['numbers in parentheses', `${BODY}\n\n(1) Boats\n(2) Crews`, ['1. Boats', '1. Crews']],
    ['letters', `${BODY}\n\na) Boats\nb) Crews`, ['1. Boats', '1. Crews']],
    [
      'a quotation after a speaker and a colon',
      `${BODY}\n\nOn the pier, Ada Brandt said:\n\nWe are glad to be at sea again.\n\n${MORE}`,
      ['> We are glad to be at sea again.'],
    ],
    [
      'a quotation in quotation marks',
      `${BODY}\n\nThe minister told reporters:\n\n“We are glad to be at sea again.”\n\n${MORE}`,
      ['> “We are glad to be at sea again.”'],
    ],
    [
      'speech of two paragraphs',
      `${BODY}\n\nAda Brandt wrote:\n\n“We are glad.\n\nWe sail at dawn.”\n\n${MORE}`,
      ['> “We are glad.', '> We sail at dawn.”'],
    ],
    [
      'a quotation in French',
      `${BODY}\n\nLe ministre Durand a déclaré :\n\nNous partirons demain matin.\n\n${MORE}`,
      ['> Nous partirons demain matin.'],
    ],
    [
      'titles under “Read more”',
      `${BODY}\n\nRead More\n\nTen boats that sank\n\nWhy salt is dear`,
      ['ASIDE Read More / Ten boats that sank / Why salt is dear'],
    ],
    [
      'a comment form',
      `${BODY}\n\nLeave a Comment\n\nName *\n\nEmail *\n\nWebsite\n\nPost Comment`,
      ['ASIDE Leave a Comment / Name * / Email * / Website / Post Comment'],
    ],
    [
      'buttons for sharing',
      `${BODY}\n\nShare this:\nFacebook\nTwitter\nWhatsApp`,
      ['ASIDE Share this: / Facebook / Twitter / WhatsApp'],
    ],
    [
      'tags and copyright',
      `${BODY}\n\nTags: ferries, strike\n\n© 2026 The Norhaven Post. All rights reserved.`,
      ['ASIDE Tags: ferries, strike / © 2026 The Norhaven Post. All rights reserved.'],
    ],
    ['furniture in German', `${BODY}\n\nLesen Sie auch`, ['ASIDE Lesen Sie auch']],
  ]
  it.each(cases)('%s', (_, text, expected) => {
    expect(detected(text)).toEqual(expected)
  })
})

it('joins the lines of a paragraph that a program broke', () => {
  expect(
    readStructure(
      'The ferry left the northern pier an hour late on Monday, with forty\npassengers and a cargo of salt that nobody had signed for.',
    ).parts.map(({ text }) => text),
  ).toEqual([
    'The ferry left the northern pier an hour late on Monday, with forty passengers and a cargo of salt that nobody had signed for.',
  ])
})

/** The words of a piece, its bullets and numbers aside. */
function wordsOf(piece: Piece): readonly string[] {
  const text = ((): string => {
    switch (piece.kind) {
      case 'caption':
        return `${piece.alt} ${piece.caption}`
      case 'list':
        return piece.items.map((item) => item.text).join(' ')
      case 'quotation':
        return piece.paragraphs.join(' ')
      case 'furniture':
        return piece.lines.join(' ')
      default:
        return piece.text
    }
  })()
  return text.match(/\p{L}{2,}/gu) ?? []
}

it('loses no word and changes no order, whatever the text', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'Also Read',
      'Leave a Reply',
      'Ferries sail again',
      'By Ana Ruiz',
      '• A point',
      '1. First thing',
      '2. Second thing',
      '- Dash item',
      'Ada Brandt said:',
      '“We sail at dawn.”',
      '(Photo: Ana)',
      '•',
      '\t◦ Deep',
      'The harbour master said the delay was caused by fog, and by noon the water was clear again and blue.',
    ),
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constant(''),
  )
  fc.assert(
    fc.property(
      fc.array(line, { maxLength: 25 }),
      fc.infiniteStream(fc.boolean()),
      (lines, coin) => {
        const text = lines.join('\n')
        const structure = readStructure(text)
        const declined = new Set(
          structure.decisions.filter(() => coin.next().value === true).map(({ id }) => id),
        )
        const words = piecesOf(structure, declined).flatMap(wordsOf)
        const given = text.replace(/[\u200b\u2060\ufeff]/g, '').match(/\p{L}{2,}/gu) ?? []
        // A single letter before a parenthesis may be a list's own mark; words have two.
        expect(words).toEqual([...given])
      },
    ),
    { numRuns: 500 },
  )
})
