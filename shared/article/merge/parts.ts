import { lineEndsIn } from '../../text/runs'
import type { LineEnding } from '../lineEnding'

/**
 * How much of the article a conflict is about. It decides what keeping both versions means: blocks
 * follow each other as blocks, sentences as sentences, and a front-matter field can have one value,
 * so that the other one becomes a comment beside it.
 */
export type ConflictScale = 'blocks' | 'sentences' | 'field' | 'front-matter'

export interface AgreedPart {
  readonly kind: 'agreed'
  readonly text: string
}

export interface ConflictPart {
  readonly kind: 'conflict'
  readonly scale: ConflictScale
  readonly base: string
  readonly mine: string
  readonly theirs: string
}

/** A stretch of the merged article. */
export type MergePart = AgreedPart | ConflictPart

export type Choice = 'mine' | 'theirs' | 'both'

export function agreed(text: string): AgreedPart {
  return { kind: 'agreed', text }
}

/** Joins neighbouring parts that agree and leaves empty ones out. */
export function tidyParts(parts: readonly MergePart[]): readonly MergePart[] {
  const tidy: MergePart[] = []
  for (const part of parts) {
    const last = tidy.at(-1)
    if (part.kind === 'conflict') tidy.push(part)
    else if (last?.kind === 'agreed') tidy[tidy.length - 1] = agreed(last.text + part.text)
    else if (part.text !== '') tidy.push(part)
  }
  return tidy
}

/** The article after each conflict was decided: `choices[n]` is for the n-th conflict, `mine` where it is missing. */
export function resolve(parts: readonly MergePart[], choices: readonly Choice[]): string {
  let text = ''
  let next = 0
  for (const part of parts) {
    if (part.kind === 'agreed') text += part.text
    else text += chosen(part, choices[next++] ?? 'mine', text)
  }
  return text
}

function chosen(part: ConflictPart, choice: Choice, textBefore: string): string {
  if (choice === 'mine') return part.mine
  if (choice === 'theirs') return part.theirs
  if (part.mine === '' || part.mine === part.theirs) return part.theirs
  if (part.theirs === '') return part.mine
  const ending = newlineOf(part.mine + part.theirs + textBefore)
  switch (part.scale) {
    case 'blocks':
      return apart(part.mine, ending) + part.theirs
    case 'sentences':
      return besides(part, textBefore, ending)
    case 'field':
      return withLineEnd(part.mine, ending) + commented(part.theirs)
    case 'front-matter':
      return part.mine + fencedNote(part.theirs, ending)
  }
}

function newlineOf(text: string): LineEnding {
  if (text.includes('\r\n')) return '\r\n'
  return text.includes('\r') && !text.includes('\n') ? '\r' : '\n'
}

function withLineEnd(text: string, ending: LineEnding): string {
  return /[\r\n]$/.test(text) ? text : text + ending
}

function apart(text: string, ending: LineEnding): string {
  return lineEndsIn(text.slice(text.trimEnd().length)) > 1
    ? text
    : withLineEnd(text, ending) + ending
}

function besides({ mine, theirs }: ConflictPart, textBefore: string, ending: LineEnding): string {
  if (/\s$/.test(mine) || /^\s/.test(theirs)) return mine + theirs
  // A list item or table row needs a line of its own; a sentence in a line only needs a space.
  return mine + (textBefore === '' || /[\r\n]$/.test(textBefore) ? ending : ' ') + theirs
}

/** Lines of YAML as comments: nothing is lost, and the field keeps one value. */
function commented(text: string): string {
  return text.replace(/^(?=.*\S)/gm, '# ')
}

/** Front matter that cannot be taken apart is kept at the head of the body, as a block of code. */
function fencedNote(frontMatter: string, ending: LineEnding): string {
  return `${ending}\`\`\`\`\`${ending}${withLineEnd(frontMatter, ending)}\`\`\`\`\`${ending}${ending}`
}
