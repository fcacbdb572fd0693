import { createRequire } from 'node:module'
import {
  $createParagraphNode,
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
} from 'lexical'
import { describe, expect, it } from 'vitest'
import { openArticle } from '../../shared/document/articleDocument'
import { GFM_EXAMPLES } from './gfmExamples'

interface Example {
  readonly markdown: string
  readonly number: number
}

const spec = createRequire(import.meta.url)('commonmark-spec') as {
  readonly tests: readonly Example[]
}
const examples = [
  ...spec.tests.map(({ markdown, number }) => ({
    name: `CommonMark ${number}`,
    markdown: markdown.replaceAll('→', '\t'),
  })),
  ...GFM_EXAMPLES.map((markdown, index) => ({ name: `GFM ${index + 1}`, markdown })),
]

it('has all of CommonMark’s examples', () => {
  expect(spec.tests).toHaveLength(652)
})

describe.each(examples)('$name', ({ markdown }) => {
  it('R45 is written back byte for byte when nothing was touched', () => {
    const document = openArticle({ text: markdown })
    expect(document.text()).toBe(markdown)
    document.dispose()
  })

  it('keeps its bytes when a paragraph is written after it', () => {
    const document = openArticle({ text: markdown })
    document.editor.update(
      () => $getRoot().append($createParagraphNode().append($createTextNode('A last word.'))),
      { discrete: true },
    )
    const text = document.text()
    expect(text.slice(0, markdown.trimEnd().length)).toBe(markdown.trimEnd())
    expect(text).toContain('A last word.')
    document.dispose()
  })

  it('R44 changes only the block in which a word is written, and says what the editor shows', () => {
    const untouched = openArticle({ text: markdown })
    const count = untouched.content().blocks.length
    untouched.dispose()
    for (let index = 0; index < count; index++) {
      const document = openArticle({ text: markdown })
      const block = document.content().blocks[index]
      if (!block) throw new Error(`There is no block ${index}.`)
      let edited = false
      document.editor.update(
        () => {
          const node = $getNodeByKey(block.key)
          if (!$isElementNode(node)) return
          const last = node.getLastDescendant() ?? node
          if ($isElementNode(last)) last.append($createTextNode('edited'))
          else last.insertAfter($createTextNode(' edited'))
          edited = true
        },
        { discrete: true },
      )
      const text = document.text()
      if (edited) expect(text).toContain('edited')
      const others = document.content().blocks.filter((other) => other.key !== block.key)
      for (const other of others) expect(markdown).toContain(other.markdown)
      expect(document.unfaithful()).toBe(0)
      document.dispose()
    }
  })
})
