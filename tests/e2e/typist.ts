import type { CDPSession, Page } from '@playwright/test'
import type { Editor } from './pages/Editor'

/** What stands on the page as its letters alone, and where caret or selection are among them. */
export interface Letters {
  readonly all: string
  /** null while something that is no text is selected, a divider say. */
  readonly start: number | null
  readonly end: number | null
  readonly hasTable: boolean
}

/** Types through the browser's own protocol, which takes many keys in the time that one takes otherwise. */
export interface Typist {
  /** Letters, signs, or a key such as `Shift+ArrowLeft`. */
  type(text: string): Promise<void>
  press(keys: string, times?: number): Promise<void>
  paste(text: string): Promise<void>
  /** Composes as an input method does, by way of `parts`, and ends with `text`; an empty one leaves nothing. */
  compose(parts: readonly string[], text: string): Promise<void>
  /** Types a sign and what is looked for; whether a menu opened there within so many frames. */
  openMenu(text: string, frames: number): Promise<boolean>
  look(): Promise<Letters>
}

const MODIFIERS: Readonly<Record<string, number>> = {
  Alt: 1,
  Mod: process.platform === 'darwin' ? 4 : 2,
  Shift: 8,
}

const CODES: Readonly<Record<string, number>> = {
  Backspace: 8,
  Tab: 9,
  Enter: 13,
  End: 35,
  Home: 36,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowRight: 39,
  ArrowDown: 40,
  Delete: 46,
}

/** What the browser does of itself at keys with Mod, which the protocol has to be told. */
const COMMANDS: Readonly<Record<string, readonly string[]>> = {
  'Mod+A': ['selectAll'],
}

export async function createTypist(page: Page, editor: Editor): Promise<Typist> {
  const protocol: CDPSession = await page.context().newCDPSession(page)

  async function key(keys: string, times: number): Promise<void> {
    const parts = keys.split('+')
    const name = parts.at(-1) ?? ''
    const modifiers = parts.slice(0, -1).reduce((sum, part) => sum + (MODIFIERS[part] ?? 0), 0)
    const isLetter = /^[A-Z]$/.test(name)
    const text = name === 'Enter' ? '\r' : undefined
    const event = {
      modifiers,
      key: isLetter && !parts.includes('Shift') ? name.toLowerCase() : name,
      code: isLetter ? `Key${name}` : name,
      windowsVirtualKeyCode: CODES[name] ?? name.charCodeAt(0),
      ...(COMMANDS[keys] === undefined ? {} : { commands: [...COMMANDS[keys]] }),
    }
    const sent: Promise<unknown>[] = []
    for (let count = 0; count < times; count++) {
      const type = text === undefined ? ('rawKeyDown' as const) : ('keyDown' as const)
      sent.push(protocol.send('Input.dispatchKeyEvent', { ...event, type, ...(text && { text }) }))
      sent.push(protocol.send('Input.dispatchKeyEvent', { ...event, type: 'keyUp' }))
    }
    await Promise.all(sent)
  }

  async function type(text: string): Promise<void> {
    const sent = [...text].flatMap((sign) => [
      protocol.send('Input.dispatchKeyEvent', { type: 'keyDown', key: sign, text: sign }),
      protocol.send('Input.dispatchKeyEvent', { type: 'keyUp', key: sign }),
    ])
    await Promise.all(sent)
  }

  return {
    type,
    press: (keys, times = 1) => key(keys, times),
    async compose(parts, text) {
      // As every input method has it: the key first, whose sign is not told.
      const key = { key: 'Process', windowsVirtualKeyCode: 229 }
      await protocol.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
      await protocol.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
      for (const part of parts) {
        const caret = { selectionStart: part.length, selectionEnd: part.length }
        await protocol.send('Input.imeSetComposition', { text: part, ...caret })
      }
      if (text !== '') await protocol.send('Input.insertText', { text })
      else
        await protocol.send('Input.imeSetComposition', { text, selectionStart: 0, selectionEnd: 0 })
    },
    async openMenu(text, frames) {
      await type(text)
      return editor.body.evaluate(async (body, most) => {
        for (let frame = 0; frame < most; frame++) {
          if (body.hasAttribute('aria-activedescendant')) return true
          await new Promise((done) => requestAnimationFrame(done))
        }
        return false
      }, frames)
    },
    async paste(text) {
      await editor.body.evaluate((body, data) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', data)
        body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        )
      }, text)
    },
    look: () =>
      editor.body.evaluate(async (body) => {
        // The browser tells of a moved caret in a task of its own after the key.
        for (let task = 0; task < 3; task++) await new Promise((done) => setTimeout(done))
        const lettersIn = (text: string): string => text.replace(/[^\p{L}]/gu, '')
        const selection = window.getSelection()
        const range = selection?.rangeCount ? selection.getRangeAt(0) : null
        const before = (container: Node, offset: number): number => {
          const way = document.createRange()
          way.setStart(body, 0)
          way.setEnd(container, offset)
          return lettersIn(way.toString()).length
        }
        // While a divider alone is selected the browser's caret stands for nothing.
        const isInText =
          range !== null &&
          !(range.collapsed && body.querySelector('hr.is-selected') !== null) &&
          body.contains(range.commonAncestorContainer)
        return {
          all: lettersIn(body.textContent ?? ''),
          start: isInText ? before(range.startContainer, range.startOffset) : null,
          end: isInText ? before(range.endContainer, range.endOffset) : null,
          hasTable: body.querySelector('table') !== null,
        }
      }),
  }
}
