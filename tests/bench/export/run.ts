import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { marked } from 'marked'
import { exportArticle } from '../../../shared/document/export'
import { articleOf } from '../text'

const ARTICLES = Number(process.env.ARTICLES ?? 1000)
const WORDS = 1000
/** They take turns, so that a slow minute of the machine meets all of them. */
const TURN = 100

const SIGNS = { heading: '## ', paragraph: '', bullet: '- ', quote: '> ' } as const
const body = articleOf(WORDS)
  .map(({ kind, text }) => SIGNS[kind] + text)
  .join('\n\n')
function articlesOf(text: string): readonly string[] {
  return Array.from(
    { length: ARTICLES },
    (_, index) =>
      `---\ntitle: Article ${index}\ndate: 2026-11-24\nauthors: [Ana Ruiz]\n---\n\nNumber ${index}.\n\n${text}\n`,
  )
}
const plain = articlesOf(body)
/** The same with a link or an emphasis in nearly every sentence, where words cannot be passed over. */
const rich = articlesOf(
  body.replace(/\btalks\b/g, '[talks](https://example.org/talks)').replace(/\. The\b/g, '. *The*'),
)

/** The least that makes a page of an article: no styles, no checks, nothing cleaned. */
function floor(text: string): string {
  const [, head = '', rest = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  const title = /^title: (.*)$/m.exec(head)?.[1] ?? ''
  return `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>${marked.parse(rest)}</article></body></html>`
}

/** A program for each article, as a script that publishes would start it. */
function pandoc(text: string): void {
  const { status, stderr } = spawnSync('pandoc', ['-f', 'markdown', '-t', 'html5', '-s'], {
    input: text,
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`pandoc: ${stderr}`)
}
const hasPandoc = spawnSync('pandoc', ['--version']).status === 0
/** It is so much slower that a few articles of each turn tell. */
const PANDOC_EACH = 20

const contenders: readonly {
  readonly name: string
  /** Only one article of so many is made. */
  readonly each?: number
  readonly articles?: readonly string[]
  make(text: string): Promise<unknown> | unknown
}[] = [
  { name: 'marked and a template', make: floor },
  { name: 'Galley, HTML page', make: (text) => exportArticle(text, { format: 'html' }) },
  { name: 'Galley, plain text', make: (text) => exportArticle(text, { format: 'text' }) },
  {
    name: 'Galley, Markdown for Hugo',
    make: (text) => exportArticle(text, { format: 'markdown', profile: 'hugo' }),
  },
  { name: 'marked and a template, with links and emphasis', make: floor, articles: rich },
  {
    name: 'Galley, HTML page, with links and emphasis',
    make: (text) => exportArticle(text, { format: 'html' }),
    articles: rich,
  },
  ...(hasPandoc ? [{ name: 'pandoc, started for each', each: PANDOC_EACH, make: pandoc }] : []),
]

const load = (loadavg()[0] ?? 0) / cpus().length
const spent = contenders.map(() => 0)
for (let start = 0; start < ARTICLES; start += TURN) {
  for (const [index, { make, each = 1, articles = plain }] of contenders.entries()) {
    const began = performance.now()
    for (const text of articles.slice(start, start + TURN / each)) await make(text)
    spent[index] = (spent[index] ?? 0) + (performance.now() - began) * each
  }
  process.stderr.write(`${start + TURN} of ${ARTICLES}\n`)
}

/** Each is held against the floor of the same articles. */
const leastOf = (articles: readonly string[]): number =>
  spent[
    contenders.findIndex((each) => each.make === floor && (each.articles ?? plain) === articles)
  ] ?? 1
const rows = contenders.map(({ name, articles = plain }, index) => {
  const took = spent[index] ?? 0
  return `| ${name} | ${(took / 1000).toFixed(1)} s | ${(took / ARTICLES).toFixed(1)} ms | ${(took / leastOf(articles)).toFixed(1)} |`
})
const table = `# How long exporting takes

${ARTICLES} articles of ${WORDS} words each, one after the other in one process, disks left out. Measured by \`npm run bench -- export\` on ${cpus().length} cores${load < 0.5 ? ', while nothing else was running' : `, while the machine was busy with other work too (${load.toFixed(1)} processes waiting for each core before the run)`}. The contenders take turns, so that the ratio holds where the times do not.

| | all | an article | to the floor |
|---|--:|--:|--:|
${rows.join('\n')}

The floor is what a page costs that is neither cleaned of what could act nor described to search engines: [marked](https://marked.js.org) and a string around what it returns.${hasPandoc ? ` Pandoc made one article of ${PANDOC_EACH}, and its time is told as if it had made all.` : ' Pandoc was not there to be compared.'}

Paragraphs that hold nothing but words are not walked over character by character; the rows with links and emphasis have hardly any of those.

A folder is exported by as many threads as there are cores, at most four, from a hundred articles on; an article that has not changed is not read a second time.
`
writeFileSync(fileURLToPath(new URL('../../../docs/export.md', import.meta.url)), table)
process.stdout.write(table)
