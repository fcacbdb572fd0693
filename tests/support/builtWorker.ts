import { mkdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The worker that reads Word documents. */
export const builtDocxWorker = () => builtWorker('main/adapters/node/docx/docxWorker.ts')

/** A worker, built as it is for the hosts. */
export async function builtWorker(entry: string): Promise<URL> {
  const folder = `${root}/node_modules/.cache/galley-tests`
  mkdirSync(folder, { recursive: true })
  const outfile = `${folder}/${basename(entry, '.ts')}-${process.pid}.mjs`
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outfile,
    banner: {
      js: "import { createRequire as galleyRequire } from 'node:module'\nconst require = galleyRequire(import.meta.url)",
    },
    logLevel: 'warning',
  })
  return pathToFileURL(outfile)
}
