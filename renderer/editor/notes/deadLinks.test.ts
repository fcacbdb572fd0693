import { $getRoot } from 'lexical'
import { afterEach, expect, it } from 'vitest'
import { openArticle } from '../../../shared/document/articleDocument'
import { registerDeadLinks } from './deadLinks'

let stop = (): void => undefined
afterEach(() => stop())

function open(text: string) {
  const { editor, dispose } = openArticle({ text })
  const root = document.createElement('div')
  root.contentEditable = 'true'
  document.body.append(root)
  editor.setRootElement(root)
  const leave = registerDeadLinks(editor)
  stop = () => {
    leave()
    dispose()
    root.remove()
  }
  return {
    dead: () => [...root.querySelectorAll('.is-dead')].map((element) => element.textContent),
    removeBlock: (index: number) =>
      editor.update(() => $getRoot().getChildAtIndex(index)?.remove(), { discrete: true }),
  }
}

it('shows a mark as dead once its footnote is deleted', () => {
  const page = open('A[^1] and b[^2].\n\n[^1]: One.\n\n[^2]: Two.')
  expect(page.dead()).toEqual([])
  page.removeBlock(1)
  expect(page.dead()).toEqual(['1'])
})

it('shows a link as dead once its definition is deleted, and no other link', () => {
  const page = open('A [one] and [two](https://two.example).\n\n[One]: https://one.example')
  expect(page.dead()).toEqual([])
  page.removeBlock(1)
  expect(page.dead()).toEqual(['one'])
})
