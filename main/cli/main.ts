import { runCli } from './cli'

// `galley export … | head` ends the reading early, which is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

// Set, not called: a pipe that is still being written to would be cut off.
process.exitCode = await runCli(process.argv.slice(2), {
  currentFolder: process.cwd(),
  isColoured: process.stdout.isTTY === true && !process.env.NO_COLOR,
  print: (text) => process.stdout.write(text),
  complain: (line) => process.stderr.write(`${line}\n`),
})
