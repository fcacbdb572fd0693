import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'

// Builds what is stale, and nothing else: `npm start` and `npm run galley` call it each time.

export const root = join(dirname(fileURLToPath(import.meta.url)), '..')
export const dist = join(root, 'dist')

/** Where an import in a bundle must be found at run time instead: what is native, or the host's own. */
const external = ['electron', '@parcel/watcher']
const shared = [
  'shared',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'scripts/build.mjs',
]

/** Run in threads of their own, started by whichever host lies beside them. */
const WORKERS = {
  'docxWorker.mjs': 'main/adapters/node/docx/docxWorker.ts',
  'exportWorker.mjs': 'main/adapters/node/exporting/exportWorker.ts',
}

async function bundleWorkers(folder = '') {
  for (const [out, entry] of Object.entries(WORKERS)) await bundle(entry, folder + out, 'esm')
}

const targets = {
  renderer: {
    from: [...shared, 'renderer', 'vite.config.ts'],
    to: ['renderer'],
    build: buildRenderer,
  },
  browser: {
    from: [...shared, 'main'],
    to: ['browser.mjs', ...Object.keys(WORKERS)],
    build: async () => {
      await bundle('main/browser/main.ts', 'browser.mjs', 'esm')
      await bundleWorkers()
    },
  },
  cli: {
    from: [...shared, 'main'],
    to: ['cli.mjs', ...Object.keys(WORKERS)],
    build: async () => {
      await bundle('main/cli/main.ts', 'cli.mjs', 'esm')
      await bundleWorkers()
    },
  },
  electron: {
    from: [...shared, 'main'],
    to: [
      'electron/main.mjs',
      'electron/preload.cjs',
      ...Object.keys(WORKERS).map((out) => `electron/${out}`),
    ],
    build: async () => {
      await bundle('main/electron/main.ts', 'electron/main.mjs', 'esm')
      await bundleWorkers('electron/')
      // A sandboxed preload script is loaded as a script, never as a module.
      await bundle('main/electron/preload.ts', 'electron/preload.cjs', 'cjs')
    },
  },
}

export const allTargets = Object.keys(targets)

/** Builds those of the targets whose sources changed since, telling of each before it starts. */
export async function buildStale(names, say = () => {}) {
  for (const name of names) {
    const { from, to, build } = targets[name]
    const print = fingerprint(from)
    const stamp = join(dist, `.${name}`)
    const isFresh =
      to.every((path) => existsSync(join(dist, path))) &&
      existsSync(stamp) &&
      readFileSync(stamp, 'utf8') === print
    if (isFresh) continue
    say(`Building the ${name} …`)
    mkdirSync(dist, { recursive: true })
    await build()
    replace(stamp, print)
  }
}

/** A hash of the sources' names and bytes; times would be wrong after a checkout. */
function fingerprint(paths) {
  const hash = createHash('sha256')
  for (const path of paths.map((part) => join(root, part)).flatMap(filesIn)) {
    hash
      .update(`${relative(root, path)}\0`)
      .update(readFileSync(path))
      .update('\0')
  }
  return hash.digest('hex')
}

function filesIn(path) {
  if (!existsSync(path)) return []
  try {
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path]
    throw error
  }
}

/** Several builds may run at once, for the tests: each result appears whole. */
function replace(path, content) {
  mkdirSync(dirname(path), { recursive: true })
  const passing = `${path}.${process.pid}`
  writeFileSync(passing, content)
  renameSync(passing, path)
}

// Packages in the older format look for `require`, which a module does not have.
const REQUIRE = `import { createRequire as galleyRequire } from 'node:module'
const require = galleyRequire(import.meta.url)`

async function bundle(entry, out, format) {
  const { build } = await import('esbuild')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    target: 'node20',
    format,
    external,
    legalComments: 'linked',
    outfile: join(dist, out),
    banner: format === 'esm' ? { js: REQUIRE } : {},
    define: {
      GALLEY_VERSION: JSON.stringify(version),
      'process.env.NODE_ENV': '"production"',
    },
    logLevel: 'warning',
  })
  for (const { path, contents } of outputFiles) replace(path, contents)
}

async function buildRenderer() {
  const passing = join(dist, `.renderer-${process.pid}`)
  try {
    const { build } = await import('vite')
    await build({
      root: join(root, 'renderer'),
      configFile: join(root, 'vite.config.ts'),
      build: { outDir: passing, emptyOutDir: true },
      logLevel: 'warn',
      mode: 'production',
    })
    const old = `${passing}-old`
    if (existsSync(join(dist, 'renderer'))) renameSync(join(dist, 'renderer'), old)
    renameSync(passing, join(dist, 'renderer'))
    rmSync(old, { recursive: true, force: true })
  } finally {
    rmSync(passing, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const asked = process.argv.slice(2)
  const unknown = asked.filter((name) => !allTargets.includes(name))
  if (unknown.length > 0) {
    process.stderr.write(`There is no ${unknown.join(', ')}; there are ${allTargets.join(', ')}.\n`)
    process.exitCode = 2
  } else {
    await buildStale(asked.length > 0 ? asked : allTargets, (line) =>
      process.stdout.write(`${line}\n`),
    )
  }
}
