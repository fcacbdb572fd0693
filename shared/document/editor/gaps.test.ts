import { $getRoot, $isElementNode, $isTextNode } from 'lexical'
import { describe, expect, it } from 'vitest'
import { openArticle } from '../articleDocument'
import { setGaps } from './gaps'

const FILE =
  '---\ntitle: Talks\n---\n\nOne **bold words** and [a link](http://a.example) and `code here` end.\n'

function opened() {
  const document = openArticle({ text: FILE })
  const runs = () =>
    document.editor.getEditorState().read(() =>
      $getRoot()
        .getAllTextNodes()
        .map((node) => ({ key: node.getKey(), text: node.getTextContent() })),
    )
  return { document, runs }
}

describe('gaps in runs of text', () => {
  it('part every run in two and change neither file, version nor undo', () => {
    const { document, runs } = opened()
    const before = runs()
    setGaps(document.editor, new Map(before.map(({ key }) => [key, [2]])), false)
    expect(runs()).toHaveLength(2 * before.length)
    expect(document.version()).toBe(0)
    expect(document.text()).toBe(FILE)
    expect(document.content().blocks.every(({ markdown }) => FILE.includes(markdown))).toBe(true)
  })

  it('write an edited paragraph as if they were not there', () => {
    const { document, runs } = opened()
    setGaps(document.editor, new Map(runs().map(({ key }) => [key, [2]])), false)
    document.editor.update(
      () => {
        const block = $getRoot().getFirstChild()
        const last = $isElementNode(block) ? block.getLastDescendant() : null
        if ($isTextNode(last)) last.setTextContent(`${last.getTextContent()} More.`)
      },
      { discrete: true },
    )
    expect(document.text()).toBe(FILE.replace('end.', 'end. More.'))
    expect(document.unfaithful()).toBe(0)
  })

  it('close again where nothing stands between the runs any more', () => {
    const { document, runs } = opened()
    const before = runs()
    setGaps(document.editor, new Map(before.map(({ key }) => [key, [1, 2]])), false)
    setGaps(document.editor, new Map(runs().map(({ key }) => [key, []])), false)
    expect(runs().map(({ text }) => text)).toEqual(before.map(({ text }) => text))
  })

  it('are not asked for twice', () => {
    const { document, runs } = opened()
    const [first] = runs()
    if (!first) throw new Error('The article has no text.')
    expect(setGaps(document.editor, new Map([[first.key, [2]]]), false)).toBe(true)
    const wanted = new Map(runs().map(({ key }, index) => [key, index === 1 ? [0] : []]))
    expect(setGaps(document.editor, wanted, false)).toBe(false)
  })
})
