/** A block of the article that every editor under measure is given. */
export interface TextBlock {
  readonly kind: 'heading' | 'paragraph' | 'bullet' | 'quote'
  readonly text: string
}

const WORDS =
  'the talks lasted five hours and nobody left the room before the draft was read aloud in both languages while ministers waited for a line from the capital that would settle the question of the border towns and the prisoners held since spring although officials said that nine points in ten were agreed and only dates remained'.split(
    ' ',
  )

/** The same numbers for the same seed, so that two runs measure the same article. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

function sentence(length: number, next: () => number): string {
  const words = Array.from(
    { length },
    () => WORDS[Math.floor(next() * WORDS.length)] ?? 'and',
  ).join(' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

function prose(words: number, next: () => number): string {
  const sentences: string[] = []
  for (let left = words; left > 0; ) {
    const length = Math.min(left, 8 + Math.floor(next() * 16))
    sentences.push(sentence(length, next))
    left -= length
  }
  return sentences.join(' ')
}

/** An article of about so many words, built as news is: sections of paragraphs, a list, a quotation. */
export function articleOf(words: number): readonly TextBlock[] {
  const next = random(words)
  const blocks: TextBlock[] = []
  const add = (kind: TextBlock['kind'], length: number) => {
    blocks.push({ kind, text: prose(length, next) })
    return length
  }
  for (let written = 0; written < words; ) {
    written += add('heading', 5)
    for (let count = 0; count < 4; count++) written += add('paragraph', 40 + next() * 50)
    for (let count = 0; count < 3; count++) written += add('bullet', 12)
    written += add('quote', 25)
    written += add('paragraph', 60)
  }
  return blocks
}

const PREFIX = { heading: '## ', paragraph: '', bullet: '- ', quote: '> ' } as const

export function asMarkdown(blocks: readonly TextBlock[]): string {
  return blocks.reduce((text, { kind, text: line }, index) => {
    const tight = kind === 'bullet' && blocks[index - 1]?.kind === 'bullet'
    const gap = index === 0 ? '' : tight ? '\n' : '\n\n'
    return `${text}${gap}${PREFIX[kind]}${line}`
  }, '')
}

/** The paragraph nearest the middle, where the typing happens. */
export function middleOf(blocks: readonly TextBlock[]): TextBlock {
  const half = Math.floor(blocks.length / 2)
  const found = blocks.slice(half).find(({ kind }) => kind === 'paragraph')
  if (!found) throw new Error('The article is too short to have a middle.')
  return found
}
