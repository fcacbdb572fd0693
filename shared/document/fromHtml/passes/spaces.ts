import type { Element, ElementContent, Root } from 'hast'

/** Spaces that programs write as unbreakable so that they are not lost; those of typography stay. */
function plainSpaces(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[ \t\n\u00a0]+/g, (run) => (run.length > 1 && run.includes('\u00a0') ? ' ' : run))
    .replace(/\u00a0/g, (space, at: number) => {
      const [before, after] = [text[at - 1] ?? '', text[at + 1] ?? '']
      const isTypography =
        /[:;!?»%€$£°]/.test(after) ||
        /[«§№]/.test(before) ||
        (/\d/.test(before) && /[\d\p{L}]/u.test(after))
      return isTypography ? space : ' '
    })
}

/** Puts spaces right in all text but code. */
export function cleanSpaces<P extends Root | Element>(parent: P): P {
  return {
    ...parent,
    children: parent.children.map((child) => {
      if (child.type === 'text') return { ...child, value: plainSpaces(child.value) }
      return child.type === 'element' && child.tagName !== 'pre' && child.tagName !== 'code'
        ? cleanSpaces(child)
        : child
    }) as ElementContent[],
  }
}
