import { HOSTILE_ARTICLES } from '../../conformance/hostile/payloads'
import { expect, test } from '../desk'
import { LIBRARY } from '../pages/Desk'

/** Each tries to run something or to fetch something; none may. */
const HOSTILE = `---
title: "<img src=x onerror=alert(1)> & <script>alert(2)</script>"
standfirst: "<svg onload=alert(3)>"
---

<script>window.top.hacked = 1; alert(4)</script>

<img src="https://tracker.invalid/a.png" onerror="alert(5)">

<iframe src="https://tracker.invalid/frame"></iframe>

<svg><script>alert(6)</script><image href="https://tracker.invalid/b.png"/></svg>

<style>body { background: url(https://tracker.invalid/c.png) } @import 'https://tracker.invalid/d.css';</style>

<link rel="stylesheet" href="https://tracker.invalid/e.css">
<meta http-equiv="refresh" content="0; url=https://tracker.invalid/f">
<base href="https://tracker.invalid/">

<form action="https://tracker.invalid/g"><button>Send</button></form>

<p style="background: url(https://tracker.invalid/h.png)" onclick="alert(7)">Inline</p>

[a link](javascript:alert(8)) and [another](data:text/html,<script>alert(9)</script>)

![a picture](https://tracker.invalid/i.png "title' onload='alert(10)")

![inside](javascript:alert(11))

<a href="https://example.org" onmouseover="alert(12)" target="_top">hover</a>

The end of the article.
`

test('a hostile article runs nothing and fetches nothing (C5, C17, C23)', async ({
  desk,
  home,
}) => {
  home.write(`${LIBRARY}/hostile.md`, HOSTILE)
  const { page } = desk
  const dialogs: string[] = []
  const requests: string[] = []
  const windows: string[] = []
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message())
    void dialog.dismiss()
  })
  page.on('request', (request) => requests.push(request.url()))
  page.context().on('page', (opened) => windows.push(opened.url()))
  const home0 = new URL(page.url())

  await desk.openLibrary()
  await desk.library.open('alert(1)')
  await expect(desk.editor.body).toContainText('The end of the article.')
  await expect(desk.preview.article).toContainText('The end of the article.')
  await desk.preview.article.getByText('a link').click()
  await desk.preview.article.getByText('Inline').click()

  await desk.press('Mod+Shift+E')
  const html = await desk.exporting.write('HTML')
  await desk.exporting.close()

  expect(dialogs).toEqual([])
  expect(windows).toEqual([])
  expect(requests.filter((url) => url.includes('tracker.invalid'))).toEqual([])
  expect(new URL(page.url()).origin).toBe(home0.origin)
  await expect(
    desk.preview.article.locator('script, iframe, object, embed, form, style, link, meta, base'),
  ).toHaveCount(0)
  const handlers = await desk.preview.article.evaluate(
    (article) =>
      [...article.querySelectorAll('*')].flatMap((element) =>
        [...element.attributes].filter(
          ({ name, value }) => /^on/i.test(name) || /^\s*(javascript|data:text)/i.test(value),
        ),
      ).length,
  )
  expect(handlers).toBe(0)

  await test.step('the desk’s own page refuses what a text could put into it', async () => {
    const refused = ['base-uri', 'connect-src', 'frame-src', 'img-src', 'style-src-elem']
    const thrown = await page.evaluate(async (wanted) => {
      const found = new Set<string>()
      const note = ({ effectiveDirective }: SecurityPolicyViolationEvent) =>
        found.add(effectiveDirective)
      document.addEventListener('securitypolicyviolation', note)
      const put = (tag: string, attributes: Readonly<Record<string, string>>, text = '') => {
        const element = document.createElement(tag)
        for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
        if (text !== '') element.textContent = text
        document.body.append(element)
        element.remove()
      }
      const attempts: Record<string, () => unknown> = {
        'inline script': () => put('script', {}, 'alert(20)'),
        'remote script': () => put('script', { src: 'https://tracker.invalid/s.js' }),
        object: () => put('object', { data: 'https://tracker.invalid/o' }),
        handler: () => put('p', { onclick: 'alert(21)' }),
        markup: () => Reflect.set(document.createElement('p'), 'innerHTML', '<b>x</b>'),
      }
      // Later, for while the browser is told what to do it lets text become code.
      await new Promise((resolve) => setTimeout(resolve))
      attempts.code = () => Reflect.construct(Function, ['alert(22)'])
      const thrown = Object.keys(attempts).filter((name) => {
        try {
          attempts[name]?.()
          return false
        } catch {
          return true
        }
      })
      put('img', { src: 'https://tracker.invalid/p.png' })
      put('iframe', { src: 'https://tracker.invalid/f' })
      put('base', { href: 'https://tracker.invalid/' })
      put('style', {}, 'p { color: red }')
      await fetch('https://tracker.invalid/x').catch(() => undefined)
      // The browser tells of each in a task of its own.
      while (!wanted.every((directive) => found.has(directive))) {
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
      document.removeEventListener('securitypolicyviolation', note)
      return thrown
    }, refused)
    expect(thrown).toEqual([
      'inline script',
      'remote script',
      'object',
      'handler',
      'markup',
      'code',
    ])
  })

  await runsNothing(home.read(`${LIBRARY}/${html}`))

  async function runsNothing(exported: string): Promise<void> {
    const published = await page.context().newPage()
    published.on('dialog', (dialog) => {
      dialogs.push(dialog.message())
      void dialog.dismiss()
    })
    await published.route('**/*', (route) => route.abort())
    await published.setContent(exported)
    await expect(published.getByText('The end of the article.')).toBeVisible()
    expect(dialogs).toEqual([])
    await expect(
      published.locator('script:not([type="application/ld+json"]), iframe, form'),
    ).toHaveCount(0)
    await published.close()
  }
})

test('hundreds of hostile articles in one run nothing and fetch nothing, shown or exported (C18)', async ({
  desk,
  home,
}) => {
  // A file with the null character among its signs is not opened at all.
  const all = HOSTILE_ARTICLES.map(({ text }) => text.replace(/^---\n[\s\S]*?\n---\n/, ''))
  const body = all.join('\n\n').replaceAll('\0', '')
  home.write(`${LIBRARY}/hostile.md`, `---\ntitle: Hostile\n---\n\n${body}\n\nThe very end.\n`)
  const { page } = desk
  const heard: string[] = []
  const from = new URL(page.url()).origin
  page.context().on('page', (opened) => heard.push(`opened ${opened.url()}`))
  page.context().on('dialog', (dialog) => {
    heard.push(`said ${dialog.message()}`)
    void dialog.dismiss()
  })
  await desk.openLibrary()
  page.context().on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(from) && !/^(blob|file|about|data):/.test(url))
      heard.push(`fetched ${request.resourceType()} ${url}`)
  })
  await page.context().exposeFunction('hit', () => heard.push('ran'))
  await desk.library.open('Hostile')
  await expect(desk.editor.body).toContainText('The very end.')
  await expect(desk.preview.article).toContainText('The very end.')
  await desk.press('Mod+Shift+E')
  const file = await desk.exporting.write('HTML')
  expect(heard).toEqual([])
  const exported = home.read(`${LIBRARY}/${file}`)
  const shown = await page.context().newPage()
  await shown.setContent(exported)
  await expect(shown.getByText('The very end.')).toBeVisible()
  // The exported page was opened here; pictures from elsewhere may be in it, as in any page.
  expect(heard.filter((what) => !/^(opened about:blank|fetched image )/.test(what))).toEqual([])
})
