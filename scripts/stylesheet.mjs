// Gathers the content styles into a module, so that an exported page can carry them inside
// whichever host makes it, and its policy can allow exactly these styles by their hash.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const html = join(root, 'shared/document/html')
export const target = join(html, 'stylesheet.ts')

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

export function stylesheetModule() {
  const css = contentStyles()
    .map((path) => readFileSync(path, 'utf8'))
    .join('\n')
  const { code } = transformSync(css, { loader: 'css', minify: true, charset: 'utf8' })
  const text = code.trim()
  const hash = createHash('sha256').update(text).digest('base64')
  return `/** Written by \`npm run styles\` from article.css, the features' styles and page.css. */
export const STYLESHEET =
  '${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'

/** Allows exactly this text in a page's policy. */
export const STYLESHEET_HASH = 'sha256-${hash}'
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(target, stylesheetModule())
