import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findBrowser, obtainBrowser } from './browser.mjs'
import { beginOffice, officeWithin } from './office.mjs'

// Everything that says whether the desk works, cheapest first, stopping at the first failure.

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const reports = mkdtempSync(join(tmpdir(), 'galley-test-'))
const totals = { passed: 0, failed: 0 }
const resolve = createRequire(import.meta.url).resolve

/** Fetched meanwhile, where it is not here. */
let office = { isFetching: false, settled: Promise.resolve(undefined) }

const officeReports = join(reports, 'office')
const e2eReport = join(reports, 'e2e.json')

/** Each command's script, run by this Node: a shell's wrapper would swallow exit codes on Windows. */
const stages = [
  { name: 'lint', run: () => tool('@biomejs/biome', 'bin/biome', ['check', '.']) },
  {
    name: 'types',
    run: async () =>
      merge(
        await tool('typescript', 'bin/tsc', ['-b', 'tsconfig/layers.json']),
        await tool('typescript', 'bin/tsc', ['-p', '.']),
      ),
  },
  {
    name: 'unit',
    run: () => {
      office = beginOffice()
      // Half installed it must not be taken for one that is there.
      return tool('vitest', 'vitest.mjs', ['run'], { GALLEY_REPORTS: reports, GALLEY_OFFICE: '' })
    },
    count: () => unitCounts(reports),
  },
  { name: 'build', run: () => command([join(root, 'scripts/build.mjs')]) },
  {
    name: 'e2e',
    run: async () => {
      // Either may be installed by apt, which takes one at a time.
      if (office.isFetching && !(await findBrowser())) await officeWithin(APT_PATIENCE, office)
      const browser = await obtainBrowser()
      say(`      browser: ${browser.path} (${browser.from})`)
      if (!existsSync(join(root, 'node_modules/electron/path.txt'))) {
        say("      Electron's runtime is not installed: the journeys run in the browser only")
      }
      return tool('@playwright/test', 'cli.js', ['test', '--reporter=list,json'], {
        GALLEY_BROWSER: browser.path,
        PLAYWRIGHT_JSON_OUTPUT_FILE: e2eReport,
      })
    },
    count: () => e2eCounts(e2eReport),
  },
  {
    name: 'office',
    run: async () => {
      const found = await officeWithin(OFFICE_PATIENCE, office)
      if (!found) {
        say(
          '      LibreOffice is not to be had here: documents it made stand for it in the unit tests',
        )
        return { ok: true, output: '' }
      }
      say(`      LibreOffice: ${found.path} (${found.from})`)
      mkdirSync(officeReports)
      const settings = { GALLEY_REPORTS: officeReports, GALLEY_OFFICE: found.path }
      return tool('vitest', 'vitest.mjs', ['run', '--project', 'office'], settings)
    },
    count: () => unitCounts(officeReports),
  },
]

/** Seconds that a browser waits for its turn with apt. */
const APT_PATIENCE = 300
/** Seconds that the end of the run waits for apt, which had all of it. */
const OFFICE_PATIENCE = 20

function say(line) {
  process.stdout.write(`${line}\n`)
}

function merge(...results) {
  return {
    ok: results.every(({ ok }) => ok),
    output: results.map(({ output }) => output).join(''),
  }
}

function tool(name, script, args, environment = {}) {
  return command([join(dirname(resolve(`${name}/package.json`)), script), ...args], environment)
}

function command(args, environment = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, FORCE_COLOR: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const keep = (chunk) => {
      output += chunk
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', (error) => done({ ok: false, output: `${output}${error.message}\n` }))
    child.on('close', (code) => done({ ok: code === 0, output }))
  })
}

function unitCounts(folder) {
  const read = (name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  const { numPassedTests: passed, numFailedTests: failed } = read('unit.json')
  for (const name of read('secondTries.json')) {
    say(`      passed only on its second try: ${name}`)
  }
  return { passed, failed }
}

function e2eCounts(path) {
  const { stats, suites } = JSON.parse(readFileSync(path, 'utf8'))
  for (const name of flakyIn(suites, '')) say(`      passed only on its second try: ${name}`)
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected }
}

function flakyIn(suites, above) {
  return suites.flatMap(({ title, specs = [], suites: inner = [] }) => {
    const name = above === '' ? title : `${above} > ${title}`
    const flaky = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    return [...flaky.map((spec) => `${name} > ${spec.title}`), ...flakyIn(inner, name)]
  })
}

async function runStage({ name, run, count }) {
  const start = performance.now()
  const { ok, output } = await run().catch((error) => ({ ok: false, output: `${error.message}\n` }))
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  // A stage that broke before its report was written has still failed once.
  const counts = countOf(count)
  totals.passed += counts.passed
  totals.failed += ok ? counts.failed : Math.max(1, counts.failed)
  const tests = count ? `  ${counts.passed} passed, ${counts.failed} failed` : ''
  say(`${ok ? 'ok    ' : 'FAILED'}${name.padEnd(6)} ${seconds.padStart(6)} s${tests}`)
  if (!ok) process.stdout.write(`\n${output}\n`)
  return ok
}

function countOf(count) {
  try {
    return count ? count() : { passed: 0, failed: 0 }
  } catch {
    return { passed: 0, failed: 0 }
  }
}

let ok = true
for (const stage of stages) {
  ok = await runStage(stage)
  if (!ok) break
}
rmSync(reports, { recursive: true, force: true })
say(`${totals.passed} passed, ${totals.failed} failed`)
process.exitCode = ok ? 0 : 1
