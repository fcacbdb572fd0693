import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { evaluate } from '@mdx-js/mdx'
import type { ElementContent, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'

const run = promisify(execFile)

/** What a program shows of exported articles, in their order; null where it is not installed. */
export type Reader = (articles: readonly string[]) => Promise<readonly Nodes[] | null>

type Made = ElementContent | string | null | undefined | readonly Made[]

function contentOf(made: Made): ElementContent[] {
  if (made === null || made === undefined) return []
  if (typeof made === 'string') return [{ type: 'text', value: made }]
  return 'type' in made ? [made] : made.flatMap(contentOf)
}

/** Draws what a compiled article asks for as it asks for it, without a framework that might mend it. */
function jsx(tagName: unknown, { children, ...properties }: { readonly children?: Made }): Made {
  if (typeof tagName === 'function') return tagName({ ...properties, children })
  return { type: 'element', tagName: String(tagName), properties, children: contentOf(children) }
}
const Fragment = ({ children }: { readonly children?: Made }): Made => children

/** MDX is a program: each article is compiled, and run. */
export const readMdx: Reader = async (articles) => {
  const read = new Map<string, Nodes>()
  const bodies = articles.map((article) => article.replace(/^---\n[\s\S]*?\n---\n/, ''))
  for (const body of new Set(bodies)) {
    const { default: show } = await evaluate(body, { jsx, jsxs: jsx, Fragment } as never).catch(
      (error: unknown) => {
        throw new Error(`${String(error)} in\n${body}`)
      },
    )
    read.set(body, { type: 'root', children: contentOf(show({}) as Made) })
  }
  return bodies.flatMap((body) => read.get(body) ?? [])
}

const JEKYLL = `
  articles = JSON.parse(STDIN.read)
  puts JSON.generate(articles.map { |article|
    body = article.sub(/\\A---\\n.*?\\n---\\n/m, '')
    Kramdown::Document.new(Liquid::Template.parse(body).render, input: 'GFM').to_html
  })`

/** Liquid first and kramdown then, as Jekyll does it. */
export const readJekyll: Reader = async (articles) => {
  const parts = ['json', 'liquid', 'kramdown', 'kramdown-parser-gfm'].map((name) => `-r${name}`)
  const isThere = await run('ruby', [...parts, '-e', '']).then(
    () => true,
    () => false,
  )
  if (!isThere) return null
  const reading = run('ruby', [...parts, '-e', JEKYLL], { maxBuffer: 50_000_000 })
  reading.child.stdin?.end(JSON.stringify(articles))
  const made = JSON.parse((await reading).stdout) as readonly string[]
  return made.map((html) => fromHtml(html, { fragment: true }))
}

/** Every article as it is rendered, in a form that none of them can break out of. */
const LIST = `{{ $all := dict }}{{ range site.RegularPages -}}
{{ $all = merge $all (dict .File.BaseFileName (printf "%s" .Content)) }}{{ end }}{{ $all | jsonify }}`

const CONFIG = {
  baseURL: 'https://example.org/',
  disableKinds: ['taxonomy', 'term', 'section', 'RSS', 'sitemap', '404'],
  buildDrafts: true,
  buildFuture: true,
  outputs: { home: ['JSON'], page: [] },
  // Goldmark lets everything through: what acts must not be there.
  markup: { goldmark: { renderer: { unsafe: true } }, highlight: { codeFences: false } },
}

/** Goldmark, with Hugo's shortcodes: one that it does not know ends the whole build. */
export const readHugo: Reader = async (articles) => {
  const isThere = await run('hugo', ['version']).then(
    () => true,
    () => false,
  )
  if (!isThere) return null
  const folder = await mkdtemp(join(tmpdir(), 'galley-hugo-'))
  try {
    await mkdir(join(folder, 'content'))
    await mkdir(join(folder, 'layouts'))
    await writeFile(join(folder, 'config.json'), JSON.stringify(CONFIG))
    await writeFile(join(folder, 'layouts/index.json'), LIST)
    await Promise.all(
      articles.map((article, index) => {
        // Their own address would have some take another's place.
        const text = article.replace(/^slug: .*\n/m, '')
        return writeFile(join(folder, 'content', `article-${index}.md`), text)
      }),
    )
    await run('hugo', ['--source', folder, '--quiet'], { maxBuffer: 50_000_000 })
    const made = JSON.parse(await readFile(join(folder, 'public/index.json'), 'utf8')) as Record<
      string,
      string
    >
    return articles.map((_, index) =>
      fromHtml(made[`article-${index}`] ?? `<b onmissing="${index}"></b>`, { fragment: true }),
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
