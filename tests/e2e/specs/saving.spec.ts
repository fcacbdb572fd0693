import { expect, test } from '../desk'
import { LIBRARY } from '../pages/Desk'

const FILE = `${LIBRARY}/odd.md`

/** Written by no serialiser of ours: every habit that a rewrite would change. */
const ODD = [
  '---',
  "title:   'Odd habits'   # kept",
  'status: draft',
  '---',
  '',
  'Setext heading',
  '--------------',
  '',
  '*  a star bullet',
  '*  another',
  '',
  'A paragraph with __bold__ and a [reference][ref]\\',
  'over two lines.   ',
  '',
  'The paragraph to be edited.',
  '',
  '| a | b |',
  '|:--|--:|',
  '| 1 | 2 |',
  '',
  '[ref]: <https://example.org/a b>  "Title"',
  '',
  '',
  '***',
].join('\r\n')

test.describe('saving', () => {
  test.beforeEach(({ home }) => home.write(FILE, ODD))

  test('changes no byte of an article that was only opened', async ({ desk, home }) => {
    await desk.openLibrary()
    await desk.library.open('Odd habits')
    await expect(desk.editor.body).toContainText('to be edited')
    await desk.press('Mod+S')
    await expect(desk.saveMark).toHaveText('Saved')
    expect(home.read(FILE)).toBe(ODD)
  })

  test('changes only the bytes of the paragraph that was edited', async ({ desk, home }) => {
    await desk.openLibrary()
    await desk.library.open('Odd habits')
    await desk.editor.caretAfter('The paragraph to be edited.')
    await desk.editor.type(' And it was.')
    await expect(desk.saveMark).toHaveText('Saved')
    await expect(() => {
      expect(home.read(FILE)).toBe(ODD.replace('to be edited.', 'to be edited. And it was.'))
    }).toPass({ timeout: 15_000 })
  })

  test('gives the file back byte for byte when every edit is undone', async ({ desk, home }) => {
    await desk.openLibrary()
    await desk.library.open('Odd habits')
    await desk.editor.caretAfter('The paragraph to be edited.')
    await desk.editor.type(' Gone again.')
    await expect(() => expect(home.read(FILE)).toContain('Gone again.')).toPass({ timeout: 15_000 })
    await expect(async () => {
      await desk.press('Mod+Z')
      await expect(desk.editor.body).not.toContainText('G', { timeout: 500 })
    }).toPass({ timeout: 15_000 })
    await desk.press('Mod+S')
    await expect(() => expect(home.read(FILE)).toBe(ODD)).toPass({ timeout: 15_000 })
  })

  test('opens a long article, and changes only what was edited in it', async ({ desk, home }) => {
    const paragraphs = Array.from({ length: 400 }, (_, index) => `Paragraph __number__ ${index}.`)
    const long = `---\ntitle: Long\n---\n\n${paragraphs.join('\n\n')}\n`
    home.write(`${LIBRARY}/long.md`, long)
    await desk.openLibrary()
    await desk.library.open('Long')
    await expect(desk.preview.article).toContainText('Paragraph number 399.')
    await desk.editor.caretAfter('number')
    await desk.editor.type(' Edited.')
    await expect(() => {
      const edited = paragraphs.map((each, index) => (index === 0 ? `${each} Edited.` : each))
      expect(home.read(`${LIBRARY}/long.md`)).toBe(
        long.replace(paragraphs.join('\n\n'), edited.join('\n\n')),
      )
    }).toPass({ timeout: 15_000 })
  })

  test('changes only the headline when the headline is edited', async ({ desk, home }) => {
    await desk.openLibrary()
    await desk.library.open('Odd habits')
    await desk.editor.headline.fill('Odder habits')
    await expect(() => {
      expect(home.read(FILE)).toBe(ODD.replace('Odd habits', 'Odder habits'))
    }).toPass({ timeout: 15_000 })
  })

  test('keeps what another program wrote meanwhile, and what was typed', async ({ desk, home }) => {
    await desk.openLibrary()
    await desk.library.open('Odd habits')
    await desk.editor.caretAfter('The paragraph to be edited.')
    home.write(FILE, ODD.replace('draft', 'final').replace('another', 'another of theirs'))
    await desk.editor.type(' Mine.')
    await expect(() => {
      expect(home.read(FILE)).toBe(
        ODD.replace('draft', 'final')
          .replace('another', 'another of theirs')
          .replace('edited.', 'edited. Mine.'),
      )
    }).toPass({ timeout: 15_000 })
    await expect(desk.editor.body).toContainText('another of theirs')
    await expect(desk.editor.body).toContainText('edited. Mine.')
  })
})
