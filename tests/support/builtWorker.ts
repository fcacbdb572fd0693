import { mkdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { createDocxReader } from '../../main/adapters/node/docx/docxReader'
import type { ReadDocx } from '../../main/ports/importer'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The worker that reads Word documents. */
export const builtDocxWorker = () => builtWorker('main/adapters/node/docx/docxWorker.ts')

/** Reads documents in a thread, as the hosts do, but for as long as a busy machine may take. */
export async function patientDocxReader(): Promise<ReadDocx> {
  return createDocxReader(await builtDocxWorker(), { milliseconds: 600_000, megabytes: 512 })
}

const builds = new Map<string, Promise<URL>>()

/** A worker, built as it is for the hosts: once in a process, since a thread may be reading it. */
export function builtWorker(entry: string): Promise<URL> {
  const built = builds.get(entry) ?? buildWorker(entry)
  builds.set(entry, built)
  return built
}

async function buildWorker(entry: string): Promise<URL> {
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
