import type { Client } from '../../shared/api/contract'
import type { ArticleId } from '../../shared/domain/article'

function chooseFile(): Promise<File | null> {
  return new Promise((resolve) => {
    const input = document.createElement('input')
    input.type = 'file'
    input.accept = 'image/png,image/jpeg,image/gif,image/webp,image/avif,image/svg+xml'
    input.addEventListener('change', () => resolve(input.files?.[0] ?? null))
    input.addEventListener('cancel', () => resolve(null))
    input.click()
  })
}

/** A file's bytes in Base64, as the contract carries them. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const CHUNK = 0x8000
  let binary = ''
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK))
  }
  return btoa(binary)
}

/** Copies a picture beside the article; its address relative to the article. Rejects with `AppError`. */
export async function addPicture(
  client: Client,
  article: ArticleId,
  file: File,
): Promise<{ src: string }> {
  const base64 = await base64Of(file)
  const { path } = await client.call('assets.add', { article, fileName: file.name, base64 })
  return { src: path }
}

/** Lets a person choose a picture and copies it beside the article. Null when nothing was chosen. */
export async function choosePicture(
  client: Client,
  article: ArticleId,
): Promise<{ src: string } | null> {
  const file = await chooseFile()
  return file === null ? null : addPicture(client, article, file)
}
