import { writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { measureOpening } from './opening'
import { measureSaving, type SavingResult } from './saving'

const SIZES = [50_000, 5_000_000]
const AIM = 1.5

const ms = (value: number): string => value.toFixed(1)
const ratio = (value: number): string => `${value.toFixed(2)}×`

function savingRow({ size, plain, rename, ours }: SavingResult): string {
  const to = ours / plain
  const verdict = to <= AIM ? '' : ', missed'
  const cells = [
    size < 1_000_000 ? `${size / 1000} KB` : `${size / 1_000_000} MB`,
    ms(plain),
    ms(rename),
    ms(ours),
    ratio(rename / plain),
    `${ratio(to)} (aim ${AIM}×${verdict})`,
  ]
  return `| ${cells.join(' | ')} |`
}

const load = (loadavg()[0] ?? 0) / cpus().length
const savings: SavingResult[] = []
for (const size of SIZES) {
  process.stderr.write(`saving ${size} bytes\n`)
  savings.push(await measureSaving(size))
}
process.stderr.write('opening and listing\n')
const opening = await measureOpening()
const report = `# Saving, opening, history

Medians, each way in turn on the same disk. Written by \`npm run bench -- files\`.

${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}; ${load.toFixed(1)} processes for each core before the run

## A save

Against writing the file in place and syncing it, which loses the article when the power goes in the middle, and against the least that does not: a new file, synced, renamed, its folder synced. Galley's also checks that nobody else changed the file, before and again right before the rename, under a lock.

| article | in place, ms | rename, ms | Galley, ms | rename to in place | Galley to in place |
| --: | --: | --: | --: | --: | --: |
${savings.map(savingRow).join('\n')}

## Opening and history

| | ms |
| :-- | --: |
| open an article of 10,000 words: read it, make the editor | ${ms(opening.open)} |
| list 10,000 revisions of it, after a start | ${ms(opening.list)} |
| list them again | ${ms(opening.listAgain)} |

Those 10,000 revisions take ${(opening.historySize / 1_000_000).toFixed(1)} MB on the disk (aim: under 50 MB).
`
process.stdout.write(report)
writeFileSync(fileURLToPath(new URL('../../../docs/files.md', import.meta.url)), report)
