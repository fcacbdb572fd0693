import { $createTextNode, $getNodeByKey, $isElementNode } from 'lexical'
import { AppError } from '../api/errors'
import { openArticle } from './articleDocument'

export interface RoundtripOptions {
  /** Number of the top-level block to append a word to before saving, from 1; none when absent. */
  readonly touch?: number
}

export interface RoundtripResult {
  /** The file as it would be saved. */
  readonly text: string
  readonly isIdentical: boolean
  /** How many blocks other than the touched one have other bytes than before. */
  readonly othersChanged: number
}

/**
 * Loads an article into the editor and saves it again, as the desk does. `text` is the decoded file.
 * Throws `AppError` `invalid` when there is no such block or no word can be written into it.
 */
export function roundtrip(text: string, { touch }: RoundtripOptions = {}): RoundtripResult {
  const document = openArticle({ text })
  try {
    const before = document.content().blocks
    const touched = touch === undefined ? undefined : before[touch - 1]
    if (touch !== undefined) {
      if (!touched) {
        throw new AppError('invalid', `there is no block ${touch}; it has ${before.length}`)
      }
      let isWritten = false
      document.editor.update(
        () => {
          const node = $getNodeByKey(touched.key)
          if (!$isElementNode(node)) return
          const last = node.getLastDescendant() ?? node
          if ($isElementNode(last)) last.append($createTextNode('word'))
          else last.insertAfter($createTextNode(' word'))
          isWritten = true
        },
        { discrete: true },
      )
      if (!isWritten) {
        throw new AppError(
          'invalid',
          `block ${touch} is kept as it is; no word can be written into it`,
        )
      }
    }
    const after = new Map(document.content().blocks.map((block) => [block.key, block.markdown]))
    const others = before.filter((block) => block.key !== touched?.key)
    const saved = document.text()
    return {
      text: saved,
      isIdentical: saved === text,
      othersChanged: others.filter((block) => after.get(block.key) !== block.markdown).length,
    }
  } finally {
    document.dispose()
  }
}
