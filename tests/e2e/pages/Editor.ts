import type { Locator, Page } from '@playwright/test'

/** The page in the middle, with its fields and its toolbar. */
export class Editor {
  readonly headline: Locator
  readonly standfirst: Locator
  readonly body: Locator
  readonly toolbar: Locator

  constructor(private readonly page: Page) {
    const main = page.getByRole('main', { name: 'Article' })
    this.headline = main.getByRole('textbox', { name: 'Headline' })
    this.standfirst = main.getByRole('textbox', { name: 'Standfirst' })
    this.body = main.getByRole('textbox', { name: 'Article body' })
    this.toolbar = main.getByRole('toolbar', { name: 'Formatting' })
  }

  /** Presses a button of the toolbar. */
  async tool(label: string): Promise<void> {
    await this.toolbar.getByRole('button', { name: label, exact: true }).click()
  }

  /** Makes the block at the caret a paragraph or a heading, from the toolbar's menu. */
  async kind(label: string): Promise<void> {
    await this.toolbar.getByRole('button', { name: /^Kind of block/ }).click()
    await this.page.getByRole('menuitem', { name: label }).click()
  }

  /** Puts the caret at the end of the block with this text. */
  async caretAfter(text: string): Promise<void> {
    await this.body.getByText(text).first().click()
    await this.page.keyboard.press('End')
    await this.caretAtRest()
  }

  /** Waits until the page knows of a caret that keys have moved. */
  async caretAtRest(): Promise<void> {
    // The browser tells of a moved caret after the key; no hand is quick enough to type before it.
    await this.page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    )
  }

  /** The words shown struck on the page, which are not in its text. */
  async struck(): Promise<readonly string[]> {
    return this.body.evaluate((root) =>
      [...root.querySelectorAll('*')].flatMap((element) =>
        ['::before', '::after'].flatMap((side) => {
          const [words = '', spoken = ''] = getComputedStyle(element, side).content.split('" / "')
          return spoken.startsWith('deleted: ') ? [words.replace(/^"|"$/g, '')] : []
        }),
      ),
    )
  }

  /** Replaces a word as the browser's menu of spellings does. */
  async correct(word: string, right: string): Promise<void> {
    await this.body.evaluate(
      (root, [wrong, correction]) => {
        const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
        for (let text = walker.nextNode(); text; text = walker.nextNode()) {
          const start = text.nodeValue?.indexOf(wrong) ?? -1
          if (start === -1) continue
          const place = { startContainer: text, startOffset: start }
          const end = { endContainer: text, endOffset: start + wrong.length }
          const dataTransfer = new DataTransfer()
          dataTransfer.setData('text/plain', correction)
          const event = new InputEvent('beforeinput', {
            inputType: 'insertReplacementText',
            bubbles: true,
            cancelable: true,
            dataTransfer,
            targetRanges: [new StaticRange({ ...place, ...end })],
          })
          text.parentElement?.dispatchEvent(event)
          return
        }
      },
      [word, right] as const,
    )
  }

  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text)
  }

  /**
   * Puts data on the system's clipboard as another program would, byte for byte, and pastes it with
   * the keys: the page's own copy is what a browser lets a test write unchanged.
   */
  async paste(data: Readonly<Record<string, string>>, keys = 'ControlOrMeta+V'): Promise<void> {
    await this.page.evaluate((types) => {
      const put = (event: ClipboardEvent): void => {
        for (const [type, value] of Object.entries(types)) event.clipboardData?.setData(type, value)
        event.preventDefault()
        event.stopImmediatePropagation()
      }
      window.addEventListener('copy', put, { capture: true, once: true })
    }, data)
    await this.page.keyboard.press('ControlOrMeta+C')
    await this.page.keyboard.press(keys)
  }

  /** Drops data from another program on an element, at its right end, as the system tells the browser of it. */
  async drop(data: Readonly<Record<string, string>>, on: Locator): Promise<void> {
    await on.scrollIntoViewIfNeeded()
    const box = await on.boundingBox()
    if (box === null) throw new Error('There is nothing to drop on.')
    const at = { x: box.x + box.width - 3, y: box.y + box.height / 2 }
    const items = Object.entries(data).map(([mimeType, text]) => ({ mimeType, data: text }))
    const protocol = await this.page.context().newCDPSession(this.page)
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await protocol.send('Input.dispatchDragEvent', {
        type,
        ...at,
        data: { items, dragOperationsMask: 1 },
      })
    }
    await protocol.detach()
  }

  /** Drags the first word of an element onto another one, so far from its left edge, with the mouse. */
  async dragWord(from: Locator, to: Locator, x: number): Promise<void> {
    const { mouse } = this.page
    await from.dblclick({ position: { x: 8, y: 10 } })
    const [source, target] = [await from.boundingBox(), await to.boundingBox()]
    if (source === null || target === null) throw new Error('There is nothing to drag.')
    await mouse.move(source.x + 8, source.y + 10)
    await mouse.down()
    // A press becomes a drag only once the mouse has moved a little.
    await mouse.move(source.x + 12, source.y + 13, { steps: 3 })
    await mouse.move(target.x + x, target.y + target.height / 2, { steps: 5 })
    await mouse.up()
  }

  /** Drops files at the end of the words, or pastes them there, as a file manager or a picture program hands them over. */
  async give(
    how: 'drop' | 'paste',
    words: string,
    files: readonly { readonly name: string; readonly type: string; readonly base64: string }[],
  ): Promise<void> {
    await this.body
      .getByText(words)
      .first()
      .evaluate(
        (target, [manner, given]) => {
          const data = new DataTransfer()
          for (const { name, type, base64 } of given) {
            const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
            data.items.add(new File([bytes], name, { type }))
          }
          const { right, bottom } = target.getBoundingClientRect()
          const how = { bubbles: true, cancelable: true, composed: true }
          target.dispatchEvent(
            manner === 'drop'
              ? new DragEvent('drop', {
                  ...how,
                  dataTransfer: data,
                  clientX: right - 1,
                  clientY: bottom - 5,
                })
              : new ClipboardEvent('paste', { ...how, clipboardData: data }),
          )
        },
        [how, files] as const,
      )
  }
}
