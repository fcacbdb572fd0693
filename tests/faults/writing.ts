import { $getRoot, $isElementNode } from 'lexical'
import { openArticle } from '../../renderer/state/actions/articleOpening'
import { deskOver, type TestDesk } from '../desk/testDesk'
import { openLibrary, type TestHost } from '../support/hosts'

/** A desk over a host's library, with one of its articles on the page. */
export async function deskOn(host: TestHost, name = 'talks.md'): Promise<TestDesk> {
  await openLibrary(host)
  const test = await deskOver(host)
  const articles = test.desk.stores.library.getState().articles
  const article = articles.find(({ fileName }) => fileName === name)
  if (article === undefined) throw new Error(`The library has no ${name}.`)
  await openArticle(test.desk, article.id)
  return test
}

/** Types at the end of a block, counted from the top. */
export function type(test: TestDesk, block: number, words: string): void {
  test.page().editor.update(
    () => {
      const root = $getRoot()
      const node = root.getChildAtIndex(block % Math.max(1, root.getChildrenSize()))
      if ($isElementNode(node)) node.selectEnd().insertText(words)
    },
    { discrete: true },
  )
}

export const state = ({ desk }: TestDesk) => desk.stores.article.getState()
