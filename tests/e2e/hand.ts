import type { Desk } from './pages/Desk'
import { createTypist, type Typist } from './typist'

/** A hand at the keyboard that finds its place on the page by the words there. */
export interface Hand extends Pick<Typist, 'type' | 'press' | 'paste'> {
  /** Puts the caret where the bar stands: `Bra|vo`. */
  at(place: string): Promise<void>
  /** Selects from one such place to another. */
  select(from: string, to: string): Promise<void>
  /** Writes with an input method, which shows the first texts on its way to the last. */
  compose(...texts: readonly string[]): Promise<void>
  /** Replaces a word as the browser's menu of spellings does. */
  correct(word: string, right: string): Promise<void>
  command(label: string): Promise<void>
  /** Gives the link at the caret another address. */
  link(address: string): Promise<void>
}

export async function createHand(desk: Desk): Promise<Hand> {
  const { editor, page } = desk
  const typist = await createTypist(page, editor)
  const protocol = await page.context().newCDPSession(page)

  const select = (from: string, to: string): Promise<void> =>
    editor.body.evaluate(
      async (body, places) => {
        const texts: Text[] = []
        const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
        for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node as Text)
        const all = texts.map(({ data }) => data).join('')
        const found = places.map((place): [Text, number] => {
          const bar = place.indexOf('|')
          const words = place.slice(0, bar) + place.slice(bar + 1)
          const start = all.indexOf(words)
          if (start === -1 || all.indexOf(words, start + 1) !== -1) {
            throw new Error(`“${words}” does not stand once on the page.`)
          }
          const target = start + bar
          let passed = 0
          for (const text of texts) {
            const offset = target - passed
            passed += text.length
            // At the start of the words it stands before their first letter, else behind the one before it.
            if (bar === 0 ? target < passed : target <= passed) return [text, offset]
          }
          throw new Error(`“${words}” ends the page.`)
        })
        const [[anchor, start], [focus, end]] = found as [[Text, number], [Text, number]]
        body.focus()
        window.getSelection()?.setBaseAndExtent(anchor, start, focus, end)
        // The browser tells of a moved caret in a task of its own.
        for (let task = 0; task < 3; task++) await new Promise((done) => setTimeout(done))
      },
      [from, to] as const,
    )

  return {
    type: typist.type,
    press: typist.press,
    paste: typist.paste,
    select,
    at: (place) => select(place, place),
    async compose(...texts) {
      for (const text of texts.slice(0, -1)) {
        const caret = { selectionStart: text.length, selectionEnd: text.length }
        await protocol.send('Input.imeSetComposition', { text, ...caret })
      }
      await protocol.send('Input.insertText', { text: texts.at(-1) ?? '' })
    },
    correct: (word, right) => editor.correct(word, right),
    command: (label) => desk.command(label),
    async link(address) {
      await typist.press('Mod+K')
      await page.getByRole('combobox', { name: 'Address' }).fill(address)
      await page.keyboard.press('Enter')
      await page.getByRole('combobox', { name: 'Address' }).waitFor({ state: 'detached' })
    },
  }
}
