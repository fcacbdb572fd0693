// Gathers the content styles into a module, so that an exported page can carry them inside
// whichever host makes it, and its policy can allow exactly these styles by their hash.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generate, parse, walk } from 'css-tree'
import { transformSync } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const html = join(root, 'shared/document/html')
export const target = join(html, 'stylesheet.ts')
const compare = join(root, 'shared/document/compare')
export const changesTarget = join(compare, 'changesStyle.ts')

function contentStyles() {
  const features = join(root, 'shared/features')
  const ofFeatures = readdirSync(features, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) =>
      readdirSync(join(features, entry.name)).map((name) => `${entry.name}/${name}`),
    )
    .filter((path) => path.endsWith('.css') && !path.endsWith('.module.css'))
    .sort()
    .map((path) => join(features, path))
  return [join(html, 'article.css'), ...ofFeatures, join(html, 'page.css')]
}

/** A feature's styles without those that only its page in the editor has: their selectors name the editor. */
function published(css) {
  const sheet = parse(css)
  walk(sheet, {
    visit: 'Rule',
    leave(rule, item, list) {
      const { children } = rule.prelude
      children.forEach((selector, at) => {
        if (generate(selector).includes('[data-lexical-editor]')) children.remove(at)
      })
      if (children.isEmpty) list.remove(item)
    },
  })
  return generate(sheet)
}

function minified(css) {
  return transformSync(css, { loader: 'css', minify: true, charset: 'utf8' }).code.trim()
}

const quoted = (text) => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`

/** What each design adds to the one that all share, by its file's name. */
function themes() {
  const folder = join(html, 'themes')
  const styles = readdirSync(folder)
    .sort()
    .map((name) => {
      const css = minified(readFileSync(join(folder, name), 'utf8'))
      const theme = name.replace(/\.css$/, '')
      return `  ${theme}: {\n    css: ${quoted(css)},\n    hash: '${hashOf(css)}',\n  },\n`
    })
    .join('')
  return `
/** What themes/ adds for each design; the broadsheet is the stylesheet as it is. */
export const THEME_STYLES = {
${styles}} as const
`
}

export function stylesheetModule() {
  const css = contentStyles()
    .map((path) => published(readFileSync(path, 'utf8')))
    .join('\n')
  return moduleOf(css, 'STYLESHEET', "article.css, the features' styles and page.css") + themes()
}

/** What a page that shows changes has besides. */
export function changesModule() {
  const css = readFileSync(join(compare, 'changes.css'), 'utf8')
  return moduleOf(css, 'CHANGES_STYLESHEET', 'changes.css')
}

function moduleOf(css, name, sources) {
  const text = minified(css)
  return `/** Written by \`npm run styles\` from ${sources}. */
export const ${name} =
  ${quoted(text)}

/** Allows exactly this text in a page's policy. */
export const ${name}_HASH = '${hashOf(text)}'
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(target, stylesheetModule())
  writeFileSync(changesTarget, changesModule())
}
