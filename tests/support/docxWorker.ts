import { mkdirSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The worker that reads Word documents, built as it is for the hosts. */
export async function builtDocxWorker(): Promise<URL> {
  const folder = `${root}/node_modules/.cache/galley-tests`
  mkdirSync(folder, { recursive: true })
  const outfile = `${folder}/docxWorker-${process.pid}.mjs`
  await build({
    absWorkingDir: root,
    entryPoints: ['main/adapters/node/docx/docxWorker.ts'],
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
