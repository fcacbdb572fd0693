/** What stands under a picture: words about it, and who made it (`Photo: Ana Ruiz`). */
export interface Caption {
  readonly caption: string
  readonly credit: string
}

/** What a credit is taken to be for that does not say so itself. */
export const CREDIT_LABEL = 'Photo:'

const LABEL = /^(?:photo|photograph|picture|image|illustration|graphic|credit)s?:\s*\S/i

/** Whether a credit says what it is for: `Illustration: Ana Ruiz`. */
export function isLabelled(credit: string): boolean {
  return LABEL.test(credit.trim())
}

/** A credit as it is shown behind its usual label, and as a person types it. */
export function bareCredit(credit: string): string {
  const isUsual = credit.startsWith(`${CREDIT_LABEL} `)
  return isUsual ? credit.slice(CREDIT_LABEL.length).trimStart() : credit
}

/** Where the parenthesis that closes `text` was opened; -1 when it was not. */
function openingOfLast(text: string): number {
  let depth = 0
  for (let index = text.length - 1; index >= 0; index--) {
    const character = text[index]
    if (character === ')') depth++
    else if (character === '(' && --depth === 0) return index
  }
  return -1
}

/**
 * Reads an image's title: the caption, then the credit as a last parenthesis that says what it is,
 * `Delegates arrive. (Photo: Ana Ruiz)`. A parenthesis without such a label belongs to the caption.
 */
export function readCaption(title: string | null | undefined): Caption {
  const text = (title ?? '').trim()
  if (text.endsWith(')')) {
    const opening = openingOfLast(text)
    const credit = text.slice(opening + 1, -1).trim()
    if (opening >= 0 && LABEL.test(credit)) {
      return { caption: text.slice(0, opening).trimEnd(), credit }
    }
  }
  return { caption: text, credit: '' }
}

/** A parenthesis without its partner would end the credit too early or too late. */
function withPairedParentheses(text: string): string {
  let depth = 0
  for (const character of text) {
    if (character === '(') depth++
    else if (character === ')' && --depth < 0) break
  }
  return depth === 0 ? text : text.replaceAll('(', '[').replaceAll(')', ']')
}

/** The title from which `readCaption` reads the same caption and credit; a credit without a label gets `Photo:`. */
export function writeCaption({ caption, credit }: Caption): string {
  const words = caption.trim()
  const name = withPairedParentheses(credit.trim())
  if (name === '') return words
  const labelled = isLabelled(name) ? name : `${CREDIT_LABEL} ${name}`
  return words === '' ? `(${labelled})` : `${words} (${labelled})`
}
