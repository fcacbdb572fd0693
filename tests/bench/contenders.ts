import type { Page } from '@playwright/test'
import { bundle } from './bundle'
import { middleOf, type TextBlock } from './text'

/** An editor under measure. */
export interface Contender {
  readonly name: string
  /** Opens the article and leaves the caret in its middle; answers with what ends it. */
  open(page: Page, blocks: readonly TextBlock[]): Promise<() => Promise<void>>
}

const STYLE = `
  html, body { margin: 0; height: 100% }
  #editor { height: 100vh; overflow: auto; font: 19px/1.6 serif }
  #editor:not([contenteditable]) > .cm-editor { height: 100% }
`

/** The page closes with everything in it. */
async function nothingToEnd(): Promise<void> {}

async function openBundle(
  page: Page,
  blocks: readonly TextBlock[],
  { script, editable }: { readonly script: string; readonly editable: boolean },
): Promise<void> {
  await page.setContent(
    `<!doctype html><style>${STYLE}</style><div id="editor"${editable ? ' contenteditable' : ''}></div>`,
  )
  await page.addScriptTag({ content: script })
  await page.evaluate((article) => window.openArticle(article), blocks)
}

/** Puts the caret at the end of a line in the paragraph in the middle, as a writer would. */
export async function clickMiddle(page: Page, blocks: readonly TextBlock[]): Promise<void> {
  const middle = page.getByText(middleOf(blocks).text, { exact: true }).first()
  await middle.scrollIntoViewIfNeeded()
  await middle.click()
  await page.keyboard.press('End')
}

export async function bareLexical(): Promise<Contender> {
  const script = await bundle('lexical')
  return {
    name: 'Lexical, bare',
    async open(page, blocks) {
      await openBundle(page, blocks, { script, editable: true })
      await clickMiddle(page, blocks)
      return nothingToEnd
    },
  }
}

export async function codeMirror(): Promise<Contender> {
  const script = await bundle('codemirror')
  return {
    name: 'CodeMirror 6',
    async open(page, blocks) {
      await openBundle(page, blocks, { script, editable: false })
      return nothingToEnd
    },
  }
}
