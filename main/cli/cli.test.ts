import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { cliFolder, runIn } from '../../tests/support/cliFolder'

const { galley, put, text, path } = cliFolder()

const article = '---\ntitle: Peace talks\n---\n\nFive hours.\n\n- one\n* two\n'

describe('the command line', () => {
  it.each([
    ['--help'],
    ['-h'],
    ['help'],
    ['export', '--help'],
    ['roundtrip', '-h'],
    ['help', 'export'],
  ])('tells how to use it: %s %s', async (...args) => {
    const { code, out, err } = await galley(...args.filter((arg) => arg !== undefined))
    expect(code).toBe(0)
    expect(out).toMatch(/^Usage: galley/)
    expect(out).toMatch(/Exit codes/)
    expect(err).toBe('')
  })

  it.each([
    [[], /a command is needed/],
    [['publish'], /“publish” is no command/],
    [['constructor'], /no command/],
    [['export'], /--to/],
    [['export', 'a.md'], /--to/],
    [['export', 'a.md', '--to', 'odt'], /“odt”/],
    [['export', 'a.md', '--to', 'html', '--for', 'x'], /“x”/],
    [['export', 'a.md', '--to', 'markdown', '--profile', 'x'], /“x”/],
    [['export', 'a.md', '--to', 'text', '--profile', 'hugo'], /--profile goes with/],
    [['check'], /a file is needed/],
    [['export', '--to', 'html'], /a file is needed/],
    [['export', 'a.md', '--to', 'html', '--wrong'], /--wrong/],
    [['export', 'a.md', '--to', 'markdown', '--fragment'], /--fragment/],
    [['export', 'a.md', '--to', 'html', '--no-front-matter'], /--no-front-matter/],
    [['export', 'a.md', 'b.md', '--to', 'html', '--out', 'c.html'], /must be a folder/],
    [['export', 'a.md', '--to'], /--to/],
    [['roundtrip'], /a file is needed/],
    [['roundtrip', 'a.md', '--touch', '0'], /“0”/],
    [['roundtrip', 'a.md', '--touch', 'x'], /“x”/],
  ])('takes %j for wrong usage', async (args, reason) => {
    const { code, out, err } = await galley(...args)
    expect(code).toBe(2)
    expect(out).toBe('')
    expect(err).toMatch(reason)
    expect(err).toMatch(/See “galley.* --help”\.\n$/)
  })
})

describe('galley export', () => {
  it('says of a file that never was that there is none', async () => {
    const { code, err } = await galley('export', 'none.md', '--to', 'html')
    expect(code).toBe(1)
    expect(err).toBe('none.md: there is no such file\n')
  })

  it('writes beside the file', async () => {
    await put('talks.md', article)
    const { code, out } = await galley('export', 'talks.md', '--to', 'html')
    expect(code).toBe(0)
    expect(out).toMatch(/^talks\.md → .*talks\.html\n$/)
    expect(await text('talks.html')).toMatch(/^<!doctype html>.*<h1>Peace talks<\/h1>/is)
    await galley('export', 'talks.md', '--to', 'markdown')
    expect(await text('talks.export.md')).toBe(article)
    expect(await text('talks.md')).toBe(article)
    expect((await readdir(path())).sort()).toEqual(['talks.export.md', 'talks.html', 'talks.md'])
  })

  it('names a Markdown file in another folder as the article is named', async () => {
    await put('talks.markdown', article)
    await mkdir(join(path(), 'site'))
    await galley('export', 'talks.markdown', '--to', 'markdown', '--out', 'site')
    expect(await text('site/talks.md')).toBe(article)
    await galley('export', 'talks.markdown', '--to', 'markdown', '--out', '.')
    expect(await text('talks.export.md')).toBe(article)
  })

  it('prints, writes to a path and into a folder', async () => {
    await put('talks.md', article)
    await put('other.md', '# Other\n')
    const printed = await galley(
      'export',
      'talks.md',
      '--to',
      'markdown',
      '--no-front-matter',
      '--out',
      '-',
    )
    expect(printed.out).toBe('\nFive hours.\n\n- one\n* two\n')
    await galley('export', 'talks.md', '--to', 'html', '--fragment', '-o', 'new/page.html')
    expect(await text('new/page.html')).toMatch(/^<article/)
    await mkdir(join(path(), 'site'))
    const both = await galley('export', 'talks.md', 'other.md', '--to', 'html', '--out', 'site')
    expect(both.code).toBe(0)
    expect((await readdir(join(path(), 'site'))).sort()).toEqual(['other.html', 'talks.html'])
    const again = await galley('export', 'talks.md', '--to', 'html', '--out', 'site/talks.html')
    expect(again.code).toBe(0)
  })

  it('puts pictures into the page, and tells of those that are missing', async () => {
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
    await mkdir(join(path(), 'news'))
    await mkdir(join(path(), 'img'))
    await put('img/ship.png', Buffer.from(png, 'base64'))
    await put('news/talks.md', '![A ship](../img/ship.png)\n\n![Gone](gone.png)\n')
    const { code, out, err } = await galley('export', 'news/talks.md', '--to', 'html', '--out', '-')
    expect(code).toBe(0)
    expect(out).toContain(`data:image/png;base64,${png}`)
    expect(err).toMatch(/^news\/talks\.md: .*gone\.png/)
  })

  it('names the file at fault and the reason, and does the others', async () => {
    await put('talks.md', article)
    await put('image.md', new Uint8Array([137, 80, 78, 71, 0]))
    await put('latin.md', new Uint8Array([0x63, 0x61, 0x66, 0xe9]))
    await put('huge.md', Buffer.alloc(50 * 1024 * 1024, 'x'))
    const names = ['image.md', 'latin.md', 'huge.md', 'none.md', 'no/such.md']
    const { code, err } = await galley('export', ...names, 'talks.md', '--to', 'html')
    expect(code).toBe(1)
    expect(err).toMatch(/^image\.md: .*binary/m)
    expect(err).toMatch(/^latin\.md: .*UTF-8/m)
    expect(err).toMatch(/^huge\.md: .*10 MB/m)
    expect(err).toMatch(/^none\.md: /m)
    expect(err).toMatch(/^no\/such\.md: /m)
    expect(await text('talks.html')).toContain('Peace talks')
  })

  it('never replaces its own source', async () => {
    await put('talks.md', article)
    const { code, err } = await galley(
      'export',
      'talks.md',
      '--to',
      'markdown',
      '--out',
      'talks.md',
    )
    expect(code).toBe(1)
    expect(err).toMatch(/own source/)
    expect(await text('talks.md')).toBe(article)
  })
})

describe('galley roundtrip', () => {
  it('finds files identical, whatever their bytes are', async () => {
    await put('talks.md', article)
    await put('crlf.md', '\uFEFF# One\r\n\r\n+ a\r\n\r\nend')
    const wide = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('# Wide\n\nText.\n', 'utf16le'),
    ])
    await put('wide.md', wide)
    const { code, out, err } = await galley('roundtrip', 'talks.md', 'crlf.md', 'wide.md')
    expect(err).toBe('')
    expect(out).toBe('identical talks.md\nidentical crlf.md\nidentical wide.md\n')
    expect(code).toBe(0)
  })

  it('tells how many other blocks an edit changes', async () => {
    await put('talks.md', article)
    const { code, out } = await galley('roundtrip', '--touch', '1', 'talks.md')
    expect(out).toBe('talks.md: block 1 edited, 0 other blocks changed\n')
    expect(code).toBe(0)
    expect(await text('talks.md')).toBe(article)
  })

  it('names a block that is not there', async () => {
    await put('talks.md', article)
    const { code, err } = await galley('roundtrip', '--touch', '99', 'talks.md', 'none.md')
    expect(code).toBe(1)
    expect(err).toMatch(/^talks\.md: .*99/)
    expect(err).toMatch(/^none\.md: /m)
  })
})

describe('galley export, for others', () => {
  it('shapes what is pasted for its place', async () => {
    await put('talks.md', article)
    const pasted = await galley(
      'export',
      'talks.md',
      '--to',
      'html',
      '--for',
      'wordpress',
      '-o',
      '-',
    )
    expect(pasted.out).toMatch(/^<!-- wp:paragraph -->\n<p>Five hours\.<\/p>/)
    const hugo = await galley(
      'export',
      'talks.md',
      '--to',
      'markdown',
      '--profile',
      'hugo',
      '-o',
      '-',
    )
    expect(hugo.out).toBe(article)
    await galley('export', 'talks.md', '--to', 'text')
    expect(await text('talks.txt')).toBe('Peace talks\n\nFive hours.\n\n- one\n\n- two\n')
  })
})

describe('galley check', () => {
  it('says where what is to be seen to', async () => {
    await put('talks.md', `${article}\nThe the end. TK\n\n![](gone.png)\n`)
    const { code, out } = await galley('check', 'talks.md')
    expect(code).toBe(1)
    expect(out).toMatch(
      /^talks\.md:10: error: “TK” still stands for something to come\. \[placeholder\]$/m,
    )
    expect(out).toMatch(/^talks\.md:12: error: There is no file gone\.png\. \[picture-missing\]$/m)
    expect(out).toMatch(/^talks\.md:10: warning: “The” stands twice\. \[doubled-word\]$/m)
  })

  it('is content with a sound article, and obeys the library', async () => {
    await put('talks.md', article)
    expect(await galley('check', 'talks.md')).toMatchObject({
      code: 0,
      out: 'talks.md: nothing to report on “Peace talks”\n',
    })
    await put(
      'galley-checks.yml',
      'require: [section]\nwords:\n  - find: hours\n    say: Give minutes.\n',
    )
    const { code, out } = await galley('check', 'talks.md', '--json')
    expect(code).toBe(1)
    expect(JSON.parse(out)).toEqual([
      {
        file: 'talks.md',
        line: 1,
        check: 'required',
        level: 'error',
        message: 'The house asks for “section”, and it is empty.',
      },
      {
        file: 'talks.md',
        line: 5,
        check: 'house-word',
        level: 'warning',
        message: '“hours”: Give minutes.',
      },
    ])
  })

  it('finds two articles with one slug', async () => {
    await put('a.md', '---\ntitle: A\nslug: x\n---\nText.\n')
    await put('b.md', '---\ntitle: B\nslug: x\n---\nText.\n')
    const { code, out } = await galley('check', 'a.md', 'b.md')
    expect(code).toBe(1)
    expect(out).toMatch(/a\.md:3: error: The slug “x” is also that of “b\.md”/)
  })

  it('takes a sync program’s copy for no other article, nor a file named twice', async () => {
    const text = '---\ntitle: A\nslug: x\n---\nText.\n'
    const copy = 'a.sync-conflict-20261124-100203-ABCDEFG.md'
    await put('a.md', text)
    await put(copy, text)
    const { code, out } = await galley('check', 'a.md', copy, './a.md')
    expect(code).toBe(0)
    expect(out).not.toContain('slug')
  })
})

describe('galley export FOLDER', () => {
  const site = () => galley('export', 'news', '--to', 'html', '--out', 'site', '--index', '--feed')

  beforeEach(async () => {
    await mkdir(join(path(), 'news/old'), { recursive: true })
    await put('news/talks.md', `${article}\n[before](old/first.md#end)\n`)
    await put(
      'news/old/first.md',
      '---\ntitle: First\ncanonical: https://x.example/first\n---\nText.\n',
    )
    await put('news/later.md', '---\ntitle: Later\nembargo: 2999-01-01\n---\nText.\n')
  })

  it('writes every article but one under embargo, a list and a feed', async () => {
    const { code, out, err } = await site()
    expect(code).toBe(0)
    expect(out).toMatch(/4 written, 0 unchanged, 0 removed, 0 failed\n$/)
    expect(err).toMatch(/^later\.md: kept back/m)
    expect(err).toMatch(/^feed\.xml: “Peace talks” has no address/m)
    expect((await readdir(join(path(), 'site'))).sort()).toEqual([
      '.galley-export.json',
      'feed.xml',
      'index.html',
      'old',
      'talks.html',
    ])
    expect(await text('site/talks.html')).toContain('href="old/first.html#end"')
  })

  it('writes again only what has changed, and takes away what is gone', async () => {
    await site()
    expect((await site()).out).toBe('0 written, 2 unchanged, 0 removed, 0 failed\n')
    await put('news/talks.md', article)
    await rm(join(path(), 'news/old/first.md'))
    const { out } = await site()
    expect(out).toMatch(/^wrote talks\.html$/m)
    expect(out).toMatch(/^removed old\/first\.html$/m)
  })

  it('binds several articles into one book', async () => {
    await put('one.md', '# One\n\nFirst.\n')
    await put('two.md', '# Two\n\nSecond.\n')
    const { code, out } = await galley(
      ...['export', 'one.md', 'two.md', '--to', 'epub', '--out', 'both.epub'],
    )
    expect([code, out]).toEqual([0, expect.stringMatching(/^2 articles → .*both\.epub\n$/)])
    const book = unzipSync(new Uint8Array(await readFile(join(path(), 'both.epub'))))
    const words = Object.entries(book)
      .filter(([name]) => name.endsWith('.xhtml'))
      .map(([, bytes]) => strFromU8(bytes))
      .join('')
    expect(words).toContain('First.')
    expect(words).toContain('Second.')
  })

  it('is made in a design, or in a style of one’s own', async () => {
    await put('one.md', '# One\n')
    await put('own.css', 'h1{color:teal}')
    await galley('export', 'one.md', '--to', 'html', '--theme', 'own.css')
    expect(await text('one.html')).toContain('<style>h1{color:teal}</style>')
    expect((await galley('export', 'one.md', '--to', 'html', '--theme', 'gone.css')).err).toMatch(
      /no style “gone.css”/,
    )
    expect((await galley('export', 'one.md', '--to', 'html', '--theme', 'x')).code).toBe(2)
  })

  it('says how far it is, and stops when it is told to', async () => {
    const told: string[] = []
    const run = (out: string, stopAt: number) =>
      runIn(path(), ['export', 'news', '--to', 'html', '--out', out], {
        progress: (done, all) => told.push(`${done} of ${all}`),
        isStopped: () => told.length >= stopAt,
      })
    expect((await run('site', 99)).code).toBe(0)
    expect(told.at(-1)).toBe(`${told.length} of ${told.length}`)
    const { code, err } = await run('other', 0)
    expect(code).toBe(1)
    expect(err).toContain('stopped; what was written is whole')
  })

  it('is asked for with a folder to write to', async () => {
    expect((await galley('export', 'news', '--to', 'html')).code).toBe(2)
    expect((await galley('export', 'news', '--to', 'html', '--out', 'news')).err).toMatch(
      /among their sources/,
    )
    expect((await galley('export', 'news/talks.md', '--to', 'html', '--index')).code).toBe(2)
  })
})
