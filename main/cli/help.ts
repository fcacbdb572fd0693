import type { Topic } from './command'

const galley = `Usage: galley COMMAND …

  galley export FILE… --to html|markdown   write articles as web pages or plain Markdown
  galley roundtrip FILE…                   check that opening and saving changes no byte
  galley COMMAND --help                    tell more of a command

Exit codes: 0 done, 1 an input is at fault, 2 wrong usage.
`

const exporting = `Usage: galley export FILE… --to html|markdown [options]

Writes each article beside its file: talks.md as talks.html, or as talks.export.md.

  --to html           a complete page that needs no other file
  --to markdown       CommonMark with GFM's tables, task lists, footnotes and strikethrough
  --fragment          HTML: the article element only, for a page of your own
  --no-front-matter   Markdown: the body only
  -o, --out PATH      write to this file, or into this folder; - prints. What is there is replaced.
  -h, --help          show this

Exit codes: 0 all written, 1 a file could not be read or written, 2 wrong usage.
`

const roundtrip = `Usage: galley roundtrip FILE… [--touch N]

Loads each article into the editor and saves it as if untouched, in memory: the file stays as it is.
Prints “identical FILE”, or the difference.

  --touch N    first append a word to top-level block N (from 1), and tell how many other blocks
               changed by that; it must be none
  -h, --help   show this

Exit codes: 0 no difference, 1 a difference or a file that cannot be read, 2 wrong usage.
`

export const helpTexts: Readonly<Record<Topic, string>> = {
  galley,
  export: exporting,
  roundtrip,
}
