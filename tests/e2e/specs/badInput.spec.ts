import { expect, test } from '../desk'
import { LIBRARY } from '../pages/Desk'

const CASES = [
  {
    name: 'a file of 50 MB',
    file: 'huge.md',
    content: () => new Uint8Array(50_000_000).fill(0x61),
    says: /too (large|long|big)|larger than|MB/i,
  },
  {
    name: 'a binary file named .md',
    file: 'binary.md',
    content: () => Uint8Array.from({ length: 4096 }, (_, index) => index % 256),
    says: /binary/i,
  },
  {
    name: 'text that is not UTF-8',
    file: 'latin.md',
    content: () => Uint8Array.from([0x63, 0x61, 0x66, 0xe9, 0x20, 0x6f, 0x6c, 0xe9, 0x0a]),
    says: /UTF-8/,
  },
] as const

test.describe('a file that cannot be an article', () => {
  for (const { name, file, content, says } of CASES) {
    test(`${name} is listed with its reason and left as it is`, async ({ sharedDesk: desk }) => {
      const { home } = desk
      home.write(`${LIBRARY}/good.md`, '# A good one\n')
      home.write(`${LIBRARY}/${file}`, content())
      const before = home.bytes(`${LIBRARY}/${file}`)
      await expect(desk.library.article('A good one')).toBeVisible()
      const row = desk.library.article(file)
      await expect(row).toContainText(says)
      await row.click()
      await expect(desk.page.getByRole('alert').filter({ hasText: says })).toBeVisible()
      expect(Buffer.compare(home.bytes(`${LIBRARY}/${file}`), before)).toBe(0)

      await desk.library.open('A good one')
      await expect(desk.editor.body).toContainText('A good one')
    })
  }

  test('malformed front matter is shown, kept and said', async ({ sharedDesk: desk }) => {
    const { home } = desk
    const file = `${LIBRARY}/broken.md`
    const text = '---\ntitle: "No end\nx: [1, 2\n---\n\nThe body is fine.\n'
    home.write(file, text)
    await desk.library.open('The body is fine.')
    await expect(desk.editor.body).toContainText('The body is fine.')
    await expect(desk.page.getByText(/front matter/i).first()).toBeVisible()
    await desk.editor.caretAfter('The body is fine.')
    await desk.editor.type(' Still.')
    await expect(() => {
      expect(home.read(file)).toBe(text.replace('fine.', 'fine. Still.'))
    }).toPass()
  })
})
