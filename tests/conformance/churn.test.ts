import { $createTextNode, $getNodeByKey, $getRoot, $isElementNode, $isTextNode } from 'lexical'
import { describe, expect, it } from 'vitest'
import { decodeArticle, encodeArticle } from '../../shared/article'
import { openArticle } from '../../shared/document/articleDocument'

/** Opens and saves the bytes of a file, with a word written into the block that holds `Here`. */
function saved(bytes: Uint8Array, word = ''): Uint8Array {
  const { text, encoding } = decodeArticle(bytes)
  const document = openArticle({ text })
  if (word !== '') {
    document.editor.update(
      () => {
        const here = $getRoot()
          .getAllTextNodes()
          .find((node) => node.getTextContent().includes('Here'))
        if (!$isTextNode(here)) throw new Error('No text holds “Here”.')
        here.setTextContent(here.getTextContent().replace('Here', word))
      },
      { discrete: true },
    )
  }
  const result = encodeArticle(document.text(), encoding)
  document.dispose()
  return result
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

const FILES: Readonly<Record<string, string>> = {
  'R47 Windows line endings': 'One.\r\n\r\nHere.\r\n\r\n* a\r\n* b\r\n',
  'R47 classic Mac line endings': 'One.\r\rHere.\r\r* a\r* b\r',
  'R47 mixed line endings': 'One.\r\n\nHere.\n\r\n* a\r* b\n',
  'R47 no final newline': 'One.\n\nHere.\n\nLast.',
  'R47 several final newlines': 'One.\n\nHere.\n\n\n\n',
  'R47 tabs': '-\ta\n-\tb\n\nHere.\n\n\tcode\twith tab\n',
  'R47 trailing spaces': 'One.   \n \nHere.\n   \nA  \nB\t\n',
  'R46 setext headings': 'One\n===\n\nHere.\n\nTwo\n---\n',
  'R46 any bullets': '* a\n\nHere.\n\n+ b\n\n1) c\n2) d\n\n- e\n',
  'R46 any emphasis': '_a_ __b__ *c* **d** ***e***\n\nHere.\n\n~f~ ~~g~~\n',
  'R46 reference links and definitions':
    '[a][One] and [two] [c][]\n\nHere.\n\n[one]:  <u>  "t"\n[two]: v\n[c]: w\n',
  'R46 footnotes': 'A[^1] b[^long].\n\nHere.\n\n[^1]: One.\n[^long]:\n    Two\n\n    paragraphs.\n',
  'R46 nested HTML':
    '<div>\n  <p>a <b>b</b></p>\n\n</div>\n\nHere.\n\nInline <kbd>x</kbd> <!-- c -->\n',
  'R53 YAML front matter': '---\n# c\nb: &x "1" # k\na: *x\nzip: 01234\n---\n\nHere.\n',
  'R53 TOML front matter': '+++\ntitle = "T" # c\n[x]\n  y=1\n+++\nHere.\n',
  'R53 JSON front matter': '{\n  "title":"T",\n  "x": {"y" : 1}\n}\n\nHere.\n',
  'R54 front matter that is broken': '---\ntitle: "T\na: [\n---\n\nHere.\n',
  'no front matter': 'Here.\n',
}

describe.each(Object.entries(FILES))('%s', (_, text) => {
  it.each([
    ['UTF-8', { name: 'utf-8', byteOrderMark: false }],
    ['UTF-8 with a mark', { name: 'utf-8', byteOrderMark: true }],
    ['UTF-16 LE', { name: 'utf-16le', byteOrderMark: true }],
    ['UTF-16 BE', { name: 'utf-16be', byteOrderMark: true }],
  ] as const)('R48 stay as they are in %s, and around an edit', (_name, encoding) => {
    const bytes = encodeArticle(text, encoding)
    expect(saved(bytes)).toEqual(bytes)
    expect(saved(bytes, 'There')).toEqual(encodeArticle(text.replace('Here', 'There'), encoding))
  })
})

it('R53 adds no front matter until a field is set, and takes it away with the field', () => {
  const document = openArticle({ text: 'Words.\n' })
  document.setField('title', '')
  expect(document.text()).toBe('Words.\n')
  document.setField('title', 'T')
  expect(document.text()).toBe('---\ntitle: T\n---\n\nWords.\n')
  document.setField('title', '')
  expect(document.text()).toBe('Words.\n')
  document.dispose()
})

it.each([
  ['TOML', '+++\ntitle = "T"\n+++\nWords.\n'],
  ['JSON', '{\n  "title": "T"\n}\nWords.\n'],
])('R53 reads the headline of %s front matter, and leaves it as it is', (_, text) => {
  const document = openArticle({ text })
  expect(document.field('title')).toBe('T')
  document.setField('title', 'Other')
  expect(document.text()).toBe(text)
  document.dispose()
})

it('R49 R50 refuses what is not text it knows, and changes nothing', () => {
  expect(() => saved(new Uint8Array([0x63, 0xe9]))).toThrow(/UTF-8/)
  expect(() => saved(utf8('a\0b'))).toThrow(/binary/)
})

it('R50 keeps line separators and bidirectional marks', () => {
  const bytes = utf8('a\u2028b \u202Eabc\u202C\n\nHere.\n')
  expect(saved(bytes)).toEqual(bytes)
})

const BLOCKS = 'One\n===\n\n* a\n\n\n_Two_\n\n[x]\n\n[x]: u\n'

it.each([0, 1, 2, 3])('R46 deleting block %i keeps the bytes of the others', (index) => {
  const document = openArticle({ text: BLOCKS })
  const before = document.content().blocks
  document.editor.update(() => $getRoot().getChildAtIndex(index)?.remove(), { discrete: true })
  const kept = before.filter((_, other) => other !== index).map(({ markdown }) => markdown)
  expect(document.content().blocks.map(({ markdown }) => markdown)).toEqual(kept)
  document.dispose()
})

it('R46 writing a word and taking it away gives the file back', () => {
  const document = openArticle({ text: BLOCKS })
  const block = document.content().blocks[2]
  const change = (work: () => void): void => document.editor.update(work, { discrete: true })
  change(() => {
    const node = $getNodeByKey(block?.key ?? '')
    if ($isElementNode(node)) node.append($createTextNode(' more'))
  })
  expect(document.text()).toBe(BLOCKS.replace('_Two_', '_Two_ more'))
  change(() => {
    const node = $getNodeByKey(block?.key ?? '')
    if ($isElementNode(node)) node.getLastChild()?.remove()
  })
  expect(document.text()).toBe(BLOCKS)
  document.dispose()
})
