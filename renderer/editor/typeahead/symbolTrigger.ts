import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { search } from '../../../shared/text/matching'
import { SYMBOLS } from './symbols'
import { isAfterBlank, type Trigger } from './trigger'

interface Symbol {
  readonly sign: string
  readonly names: readonly string[]
}

const MOST = 40

/** The emoji's names are many, and read only once somebody looks for one. */
let emoji: Promise<readonly Symbol[]> | null = null

function loadEmoji(): Promise<readonly Symbol[]> {
  emoji ??= import('gemoji').then(({ gemoji }) =>
    gemoji.map(({ emoji: sign, description, names, tags }) => ({
      sign,
      names: [description, ...names, ...tags],
    })),
  )
  return emoji
}

/** `:` and a name: emoji, and the signs that a keyboard lacks. */
export function symbolTrigger(editor: LexicalEditor): Trigger {
  return {
    sign: ':',
    label: 'Emoji and special characters',
    opensAfter: isAfterBlank,
    query: /^[\p{L}\p{N}_+-]{0,24}$/u,
    least: 2,
    async find(query) {
      const all = [...SYMBOLS, ...(await loadEmoji())]
      return search(all, query.replaceAll('_', ' '), ({ names }) => names)
        .slice(0, MOST)
        .map(({ sign, names }) => ({
          id: `symbol-${[...sign].map((each) => each.codePointAt(0)?.toString(16)).join('-')}`,
          label: names[0] ?? sign,
          icon: sign.trim() === '' ? '␣' : sign,
          run: () =>
            editor.update(() => {
              const selection = $getSelection()
              if ($isRangeSelection(selection)) selection.insertText(sign)
            }),
        }))
    },
  }
}
