import { parseArgs } from 'node:util'
import { startDesk } from './desk'

/** `node dist/browser.mjs --renderer DIR --samples DIR [--port N] [--file FILE] [--no-open] [--because SENTENCE]` */
const { values } = parseArgs({
  options: {
    renderer: { type: 'string' },
    samples: { type: 'string' },
    port: { type: 'string' },
    file: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
    because: { type: 'string', default: '' },
  },
})

if (values.renderer === undefined || values.samples === undefined) {
  process.stderr.write('Start Galley with “npm start -- --browser”.\n')
  process.exitCode = 2
} else {
  const desk = await startDesk({
    rendererDir: values.renderer,
    samplesDir: values.samples,
    port: values.port === undefined ? undefined : Number(values.port),
    file: values.file,
    opens: !values['no-open'],
    because: values.because,
    say: (line) => process.stdout.write(`${line}\n`),
  })
  let asked = 0
  const stop = (): void => {
    asked += 1
    if (asked > 1) process.exit(1)
    void desk.stop().then((isStopped) => {
      if (isStopped) process.exit(0)
      asked = 0
    })
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('SIGHUP', stop)
}
