import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildStale, dist } from './build.mjs'

// `npm run galley` runs in the package's folder; the person named files from where they stood.
const from = process.env.npm_lifecycle_event === 'galley' ? process.env.INIT_CWD : undefined

try {
  await buildStale(['cli'])
  if (from) process.chdir(from)
  await import(pathToFileURL(join(dist, 'cli.mjs')).href)
} catch (error) {
  process.stderr.write(`${error.stack ?? error}\n`)
  process.exitCode = 70
}
