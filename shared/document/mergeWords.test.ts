import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type MergePart, resolve } from '../article/merge'
import { mergeArticles } from './merge'

/** Articles in which every word occurs once, so that it can be followed. */
interface Model {
  readonly blocks: readonly { readonly isList: boolean; readonly words: readonly string[] }[]
}
const written = ({ blocks }: Model): string =>
  `${blocks.map(({ isList, words }) => (isList ? words.map((word) => `- ${word}`).join('\n') : `${words.join(' ')}.`)).join('\n\n')}\n`

const model = fc
  .array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 7 })
  .map((sizes): Model => {
    let next = 0
    return {
      blocks: sizes.map((size, index) => ({
        isList: index % 4 === 3,
        words: Array.from({ length: size }, () => `w${next++}`),
      })),
    }
  })

interface Edit {
  readonly kind: string
  readonly block: number
  readonly word: number
}

const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'replace',
      'replace',
      'insert',
      'insert',
      'delete',
      'insertBlock',
      'deleteBlock',
      'split',
      'join',
      'move',
    ),
    block: fc.nat({ max: 6 }),
    word: fc.nat({ max: 11 }),
  }),
  { maxLength: 5 },
)

function apply(start: Model, list: readonly Edit[], name: string): Model {
  const blocks = start.blocks.map(({ isList, words }) => ({ isList, words: [...words] }))
  list.forEach(({ kind, block, word }, index) => {
    const fresh = `${name}${index}`
    const at = block % Math.max(blocks.length, 1)
    const { words, isList } = blocks[at] ?? { words: [], isList: false }
    if (kind === 'insertBlock' || words.length === 0) {
      blocks.splice(at, 0, { isList: false, words: [`${fresh}a`, `${fresh}b`] })
    } else if (kind === 'replace') words[word % words.length] = fresh
    else if (kind === 'insert') words.splice(word % (words.length + 1), 0, fresh)
    else if (kind === 'delete' && words.length > 1) words.splice(word % words.length, 1)
    else if (kind === 'deleteBlock' && blocks.length > 1) blocks.splice(at, 1)
    else if (kind === 'split' && words.length > 1) {
      blocks.splice(at + 1, 0, { isList, words: words.splice(1 + (word % (words.length - 1))) })
    } else if (kind === 'join' && at + 1 < blocks.length) {
      words.push(...(blocks.splice(at + 1, 1)[0]?.words ?? []))
    } else if (kind === 'move') blocks.splice(word % blocks.length, 0, ...blocks.splice(at, 1))
  })
  return { blocks }
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.match(/\w+/g) ?? [])
const allText = (parts: readonly MergePart[]): string =>
  parts
    .map((part) => (part.kind === 'agreed' ? part.text : `${part.mine} ${part.theirs}`))
    .join(' ')

/** Whether a side took a word away from both of its neighbours; where the other side deleted it, it then stays. */
function wasTaken(before: string, after: string, word: string): boolean {
  const neighbours = (text: string): readonly (string | undefined)[] => {
    const words: readonly string[] = text.match(/\w+/g) ?? []
    const at = words.indexOf(word)
    return at === -1 ? [] : [words[at - 1], words[at + 1]]
  }
  const [left, right] = neighbours(before)
  const now = neighbours(after)
  return now.length > 0 && now[0] !== left && now[1] !== right
}

it('loses no word that either side wrote, and keeps none that either side deleted', () => {
  let clean = 0
  fc.assert(
    fc.property(model, edits, edits, (start, editsOfMine, editsOfTheirs) => {
      const text = written(start)
      const mine = written(apply(start, editsOfMine, 'mine'))
      const theirs = written(apply(start, editsOfTheirs, 'theirs'))
      const old = wordsOf(text)
      const merged = mergeArticles({ base: text, mine, theirs })
      const all = wordsOf(merged.kind === 'clean' ? merged.text : allText(merged.parts))
      for (const word of [...wordsOf(mine), ...wordsOf(theirs)]) {
        if (!old.has(word)) expect(all).toContain(word)
      }
      if (merged.kind === 'conflict') {
        // Words that both sides still have are never lost, whatever is chosen.
        for (const choice of ['mine', 'theirs', 'both'] as const) {
          const result = wordsOf(
            resolve(
              merged.parts,
              merged.parts.map(() => choice),
            ),
          )
          const kept = choice === 'mine' ? mine : choice === 'theirs' ? theirs : `${mine}${theirs}`
          for (const word of wordsOf(kept)) {
            if (!old.has(word)) expect(result).toContain(word)
          }
        }
        return
      }
      clean += 1
      const result = merged.text.match(/\w+/g) ?? []
      for (const word of old) {
        const count = result.filter((other) => other === word).length
        if (wordsOf(mine).has(word) && wordsOf(theirs).has(word))
          expect([word, count]).toEqual([word, 1])
        else if (!wasTaken(text, mine, word) && !wasTaken(text, theirs, word)) {
          expect([word, count]).toEqual([word, 0])
        }
      }
    }),
    { numRuns: 2_000 },
  )
  expect(clean).toBeGreaterThan(300)
})

it('is clean for one order of the sides when it is for the other', () => {
  fc.assert(
    fc.property(model, edits, edits, (start, editsOfMine, editsOfTheirs) => {
      const text = written(start)
      const mine = written(apply(start, editsOfMine, 'mine'))
      const theirs = written(apply(start, editsOfTheirs, 'theirs'))
      expect(mergeArticles({ base: text, mine: theirs, theirs: mine }).kind).toBe(
        mergeArticles({ base: text, mine, theirs }).kind,
      )
    }),
    { numRuns: 400 },
  )
})

it('is the change of the one side where the other made none', () => {
  fc.assert(
    fc.property(model, edits, (start, list) => {
      const text = written(start)
      const changed = written(apply(start, list, 'x'))
      const clean = { kind: 'clean', text: changed }
      expect(mergeArticles({ base: text, mine: changed, theirs: text })).toEqual(clean)
      expect(mergeArticles({ base: text, mine: text, theirs: changed })).toEqual(clean)
      expect(mergeArticles({ base: text, mine: changed, theirs: changed })).toEqual(clean)
      // Not by the short way either: a change of the front matter makes the bodies be merged.
      const front = '---\ntitle: A\n---\n'
      const more = front + text
      const both = { kind: 'clean', text: front + changed }
      expect(mergeArticles({ base: text, mine: changed, theirs: more })).toEqual(both)
      expect(mergeArticles({ base: text, mine: more, theirs: changed })).toEqual(both)
    }),
    { numRuns: 400 },
  )
})
