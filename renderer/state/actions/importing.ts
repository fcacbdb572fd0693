import { MAX_PICTURE_BYTES } from '../../../shared/api/contract'
import { decodeArticle } from '../../../shared/article'
import { toBase64 } from '../../../shared/domain/base64'
import { isWorthOffering, readStructure } from '../../../shared/text/structure'
import type { Desk } from '../desk'
import { showDialog } from '../dialogStore'
import { settle, tell, warn } from '../noticesStore'
import { problemOf } from '../problem'
import { openArticle } from './articleOpening'
import { learn } from './libraryFiling'

const NOTICE = 'import'

function refuse({ stores }: Desk, text: string): void {
  warn(stores.notices, { key: NOTICE, text })
}

/** Imports a file into the open article's folder. A plain text is asked about first. */
export async function importInto(desk: Desk, file: File): Promise<void> {
  if (file.size > MAX_PICTURE_BYTES) {
    refuse(desk, `“${file.name}” is larger than 25 MB. Import it with “galley import”.`)
    return
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  const structure = /\.txt$/i.test(file.name) ? structureOf(bytes) : null
  if (structure === null || !isWorthOffering(structure)) {
    await run(desk, file.name, bytes, [])
    return
  }
  const everything = structure.decisions.map(({ id }) => id)
  showDialog(desk.stores.dialog, {
    kind: 'structure',
    structure,
    hasHeadline: false,
    onAccept: (declined) => void run(desk, file.name, bytes, [...declined]),
    onDecline: () => void run(desk, file.name, bytes, everything),
  })
}

function structureOf(bytes: Uint8Array) {
  try {
    return readStructure(decodeArticle(bytes).text)
  } catch {
    // The backend says what is wrong with the file.
    return null
  }
}

async function run(
  desk: Desk,
  fileName: string,
  bytes: Uint8Array,
  declined: readonly number[],
): Promise<void> {
  const { client, stores } = desk
  tell(stores.notices, { key: NOTICE, text: `Importing “${fileName}” …` })
  try {
    const { articles } = await client.call('articles.import', {
      folder: stores.article.getState().summary?.folder ?? '',
      fileName,
      base64: toBase64(bytes),
      declined: [...declined],
    })
    settle(stores.notices, NOTICE)
    for (const { summary } of articles) learn(desk, summary)
    const [first] = articles
    if (first !== undefined) await openArticle(desk, first.summary.id)
    showDialog(stores.dialog, { kind: 'imported', fileName, articles })
  } catch (error) {
    refuse(desk, problemOf(error))
  }
}
