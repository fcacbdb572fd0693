import type { CarriedPicture } from '../../../shared/document/fromHtml'
import type { Imported } from '../../../shared/document/importing'
import { fromBase64 } from '../../../shared/domain/base64'
import { pictureFacts } from '../assets/picture'

const ENDINGS: Readonly<Record<string, string>> = {
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'image/webp': '.webp',
  'image/avif': '.avif',
}

/** A picture's bytes and what to call it; null for what is no picture. */
export function pictureFile(
  { base64 }: CarriedPicture,
  stem: string,
  number: number,
): { readonly fileName: string; readonly bytes: Uint8Array } | null {
  const bytes = fromBase64(base64)
  const facts = bytes === null ? null : pictureFacts(bytes)
  const ending = facts === null ? undefined : ENDINGS[facts.type]
  if (bytes === null || ending === undefined) return null
  return { fileName: `${stem}-${number}${ending}`, bytes }
}

/**
 * Puts the addresses of saved pictures into a body; one without an address leaves its alternative
 * text. Names are Galley's own, so that nothing else in the text is one.
 */
export function withPictures(body: string, addresses: ReadonlyMap<string, string>): string {
  return body.replace(
    /!\[((?:[^\]\\]|\\.)*)\]\((carried-picture-\d+)((?: "(?:[^"\\]|\\.)*")?)\)/g,
    (_, alt: string, name: string, title: string) => {
      const address = addresses.get(name)
      return address === undefined ? alt : `![${alt}](${address}${title})`
    },
  )
}

/** Saves the pictures of an article through `save`, which answers the address; the finished body and how many failed. */
export async function savePictures(
  { body, pictures }: Imported,
  stem: string,
  save: (fileName: string, bytes: Uint8Array) => Promise<string>,
): Promise<{ readonly body: string; readonly saved: readonly string[]; readonly failed: number }> {
  const addresses = new Map<string, string>()
  for (const [index, picture] of pictures.entries()) {
    const file = pictureFile(picture, stem, index + 1)
    if (file !== null) addresses.set(picture.name, await save(file.fileName, file.bytes))
  }
  return {
    body: withPictures(body, addresses),
    saved: [...addresses.values()],
    failed: pictures.length - addresses.size,
  }
}
