import { runCli } from './cli'

// `galley export … | head` ends the reading early, which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

let isStopped = false
let isWatched = false

// The first one ends long work where all that is written is whole, a second one now.
process.on('SIGINT', () => {
  if (isStopped || !isWatched) process.exit(130)
  isStopped = true
})

const bar = process.stderr.isTTY === true
/** A line comes in the place of the one that says how far the work is. */
const inPlace = (line: string) => (bar && isWatched ? `\r\x1b[K${line}` : line)

// Set, not called: a pipe that is still being written to would be cut off.
process.exitCode = await runCli(process.argv.slice(2), {
  currentFolder: process.cwd(),
  isColoured: process.stdout.isTTY === true && !process.env.NO_COLOR,
  print: (text) => process.stdout.write(text),
  complain: (line) => process.stderr.write(`${inPlace(line)}\n`),
  progress(done, all) {
    isWatched = true
    if (bar) process.stderr.write(done < all ? `\r${done} of ${all}` : '\r\x1b[K')
  },
  isStopped: () => isStopped,
})
