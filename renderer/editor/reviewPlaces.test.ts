import { $getRoot, $isTextNode } from 'lexical'
import { afterEach, expect, it } from 'vitest'
import { openReviewed, type ReviewedDocument } from '../../shared/document/reviewedDocument'
import { readCaretPlace, selectPlace } from './place'
import { selectedStretch } from './reviewPlaces'

let open: ReviewedDocument | null = null
afterEach(() => {
  open?.dispose()
  open = null
  document.body.replaceChildren()
})

const TEXT = `One *some em* words.

> A quotation here.
>
> Its second part.

| Port | Ships |
| ---- | ----- |
| Brae | three |
`

function opened(): ReviewedDocument {
  const reviewer = () => ({ handle: 'ben', name: '', colour: '' })
  const now = () => new Date('2026-11-24T10:02:30Z')
  open = openReviewed({ text: TEXT, review: { reviewer, now } })
  const root = document.createElement('div')
  root.contentEditable = 'true'
  document.body.append(root)
  open.editor.setRootElement(root)
  return open
}

/** The text on the page that holds some words, and where they begin in it. */
function placeOf(words: string): [Text, number] {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = node.nodeValue?.indexOf(words) ?? -1
    if (at !== -1) return [node as Text, at]
  }
  throw new Error(`“${words}” is not on the page.`)
}

it.each([
  ['within a quotation', 'Its second', ' part', 'Its second'],
  ['within a table', 'three', 'ree', 'th'],
  ['across blocks and formats', 'em', ' here', 'em* words.\n\n> A quotation'],
])('finds what is selected %s in the text', (_, from, to, stretch) => {
  const page = opened()
  const [start, at] = placeOf(from)
  const [end, until] = placeOf(to)
  document.getSelection()?.setBaseAndExtent(start, at, end, until)
  const selected = selectedStretch(page)
  expect(selected && page.review.accepted().slice(selected.start, selected.end).trimEnd()).toBe(
    stretch.trimEnd(),
  )
})

it('remembers the place of a caret in a quotation by the quotation', () => {
  const { editor } = opened()
  const select = (words: string) =>
    editor.update(
      () => {
        const text = $getRoot()
          .getAllTextNodes()
          .find((node) => $isTextNode(node) && node.getTextContent().includes(words))
        text?.select(4, 4)
      },
      { discrete: true },
    )
  select('second')
  const place = readCaretPlace(editor)
  expect(place).toEqual({ block: 1, offset: 'A quotation here.'.length + 4 })
  select('words')
  selectPlace(editor, place)
  editor.update(() => undefined, { discrete: true })
  expect(readCaretPlace(editor)).toEqual(place)
})
