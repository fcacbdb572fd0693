import { AppError } from '../../shared/api/errors'
import { printWithChromium } from '../adapters/node/chromiumPrinter'
import { createDocxReader } from '../adapters/node/docx/docxReader'
import { exportPrintedBy } from '../adapters/node/exporting/exporter'
import { createNodeFileStore } from '../adapters/node/nodeFileStore'
import { systemClock } from '../adapters/node/nodeSystem'
import type { ReadDocx } from '../ports/importer'
import { writeBook } from './bookCommand'
import { checkFiles } from './checkCommand'
import { type Command, readCommand } from './command'
import { exportOne, outIsFolder } from './exportCommand'
import { exportWholeFolder, isFolder } from './folderCommand'
import { helpTexts } from './help'
import { diffRevisions, listHistory, restoreRevision } from './historyCommand'
import { type ImportCommand, importOne } from './importCommand'
import { mergeFiles } from './mergeCommand'
import { reviewOne } from './reviewCommand'
import { roundtripOne } from './roundtripCommand'
import type { Terminal } from './terminal'

const DONE = 0
const AT_FAULT = 1
const WRONG_USAGE = 2
export type ExitCode = typeof DONE | typeof AT_FAULT | typeof WRONG_USAGE

/** The whole of `galley`, but for the process it runs in. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const command = readCommand(args)
  switch (command.kind) {
    case 'help':
      terminal.print(helpTexts[command.topic])
      return DONE
    case 'usage':
      return refuse(command, terminal)
    case 'export':
      return runExport(command, terminal)
    case 'import':
      return runImport(command, terminal)
    case 'check':
      return runCheck(command, terminal)
    case 'roundtrip':
      return runRoundtrip(command, terminal)
    case 'review': {
      const { files: paths, options } = command
      const files = createNodeFileStore()
      return forEach(paths, terminal, (file) => reviewOne(file, options, { files, terminal }))
    }
    case 'merge': {
      const files = createNodeFileStore()
      return forEach(['merge'], terminal, async () => {
        const exportArticle = exportPrintedBy(printWithChromium)
        await mergeFiles(command.options, {
          files,
          terminal,
          exportArticle,
          readDocx: docxReader(),
        })
        return true
      })
    }
    case 'history':
      return forEach([command.file], terminal, (file) => listHistory(file, needsOf(terminal)))
    case 'restore':
      return forEach([command.file], terminal, (file) =>
        restoreRevision(file, command.revision, needsOf(terminal)),
      )
    case 'diff':
      return forEach([command.file], terminal, (file) =>
        diffRevisions(file, command.revisions, needsOf(terminal)),
      )
  }
}

function needsOf(terminal: Terminal) {
  return { files: createNodeFileStore(), terminal }
}

function refuse(
  { topic, reason }: { readonly topic: string; readonly reason: string },
  terminal: Terminal,
): ExitCode {
  const name = topic === 'galley' ? 'galley' : `galley ${topic}`
  terminal.complain(`${name}: ${reason}. See “${name} --help”.`)
  return WRONG_USAGE
}

async function runExport(
  { files: paths, options }: Extract<Command, { kind: 'export' }>,
  terminal: Terminal,
): Promise<ExitCode> {
  const { out } = options
  const outFolder =
    out !== undefined && out !== '-' && (await outIsFolder(out, terminal.currentFolder))
  const isBook = options.to === 'epub' && out !== undefined && /\.epub$/i.test(out) && !outFolder
  if (paths.length > 1 && out !== undefined && out !== '-' && !outFolder && !isBook) {
    const reason = `--out must be a folder for several files, and “${out}” is none`
    return refuse({ topic: 'export', reason }, terminal)
  }
  const files = createNodeFileStore()
  const worker = new URL('./exportWorker.mjs', import.meta.url)
  const exportArticle = exportPrintedBy(printWithChromium, worker)
  const needs = { files, exportArticle, terminal, now: systemClock.now() }
  const [only = ''] = paths
  if (await isFolder(only, terminal.currentFolder)) {
    if (paths.length > 1 || out === undefined || out === '-') {
      const reason = 'a folder is exported alone, into the folder that --out names'
      return refuse({ topic: 'export', reason }, terminal)
    }
    return forEach([only], terminal, (folder) =>
      exportWholeFolder(folder, { ...options, out }, needs),
    )
  }
  if (options.index || options.feed) {
    return refuse({ topic: 'export', reason: '--index and --feed go with a folder' }, terminal)
  }
  if (isBook && paths.length > 1) {
    return forEach([out], terminal, () => writeBook(paths, { out, theme: options.theme }, needs))
  }
  return forEach(paths, terminal, async (file) => {
    await exportOne(file, { ...options, outFolder }, needs)
    return true
  })
}

async function runCheck(
  { files: paths, json }: Extract<Command, { kind: 'check' }>,
  terminal: Terminal,
): Promise<ExitCode> {
  const needs = { files: createNodeFileStore(), terminal, now: systemClock.now() }
  return (await checkFiles(paths, json, needs)) ? DONE : AT_FAULT
}

function runRoundtrip(
  { files: paths, touch }: Extract<Command, { kind: 'roundtrip' }>,
  terminal: Terminal,
): Promise<ExitCode> {
  const files = createNodeFileStore()
  return forEach(paths, terminal, (file) => roundtripOne(file, touch, { files, terminal }))
}

function docxReader(): ReadDocx {
  return createDocxReader(new URL('./docxWorker.mjs', import.meta.url))
}

function runImport(command: ImportCommand, terminal: Terminal): Promise<ExitCode> {
  const needs = { files: createNodeFileStore(), readDocx: docxReader(), terminal }
  return forEach(command.files, terminal, async (file) => {
    await importOne(file, command, needs)
    return true
  })
}

/** A file at fault does not keep the others from their turn. */
async function forEach(
  paths: readonly string[],
  terminal: Terminal,
  work: (file: string) => Promise<boolean>,
): Promise<ExitCode> {
  let code: ExitCode = DONE
  for (const file of paths) {
    try {
      if (!(await work(file))) code = AT_FAULT
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      terminal.complain(`${file}: ${error.message}`)
      code = AT_FAULT
    }
  }
  return code
}
