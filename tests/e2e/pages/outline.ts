import type { Locator } from '@playwright/test'

/** Every element in another and every text, a line each; where pictures come from is left out. */
export async function outlineOf(article: Locator): Promise<readonly string[]> {
  return article.evaluate((top) => {
    const lines: string[] = []
    const list = (node: Node, depth: number): void => {
      if (node.nodeType === Node.TEXT_NODE) {
        const text = node.nodeValue ?? ''
        // Blocks stand on lines of their own in the file; that is no part of the article.
        if (depth > 1 || text.trim() !== '') lines.push(`${depth} ${JSON.stringify(text)}`)
        return
      }
      const { localName, attributes } = node as Element
      const named = [...attributes]
        .filter(({ name }) => name !== 'src')
        .map(({ name, value }) => ` ${name}="${value}"`)
      lines.push(`${depth} <${localName}${named.sort().join('')}>`)
      for (const child of node.childNodes) list(child, depth + 1)
    }
    list(top, 0)
    return lines
  })
}
