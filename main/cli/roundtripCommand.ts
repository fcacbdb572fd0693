import { createTwoFilesPatch } from 'diff'
import { encodeArticle } from '../../shared/article'
import { roundtrip } from '../../shared/document/roundtrip'
import type { FileStore } from '../ports/fileStore'
import { readArticleFile } from './articleFile'
import type { Terminal } from './terminal'

interface Needs {
  readonly files: FileStore
  readonly terminal: Terminal
}

/** Checks one article. Resolves with whether it is sound. */
export async function roundtripOne(
  file: string,
  touch: number | undefined,
  { files, terminal }: Needs,
): Promise<boolean> {
  const { text, bytes, encoding } = await readArticleFile(files, file, terminal.currentFolder)
  if (touch !== undefined) {
    const { othersChanged } = roundtrip(text, { touch })
    const blocks = othersChanged === 1 ? 'other block' : 'other blocks'
    terminal.print(`${file}: block ${touch} edited, ${othersChanged} ${blocks} changed\n`)
    return othersChanged === 0
  }
  const saved = roundtrip(text).text
  if (isSame(encodeArticle(saved, encoding), bytes)) {
    terminal.print(`identical ${file}\n`)
    return true
  }
  terminal.print(createTwoFilesPatch(file, `${file} (saved)`, text, saved))
  return false
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
