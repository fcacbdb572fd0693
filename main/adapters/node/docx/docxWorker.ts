import { parentPort, workerData } from 'node:worker_threads'
import mammoth from 'mammoth'

/** Word's styles that mean something, by their names in every language version of the file format. */
const STYLES = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => h2:fresh",
  "p[style-name='Quote'] => blockquote > p:fresh",
  "p[style-name='Intense Quote'] => blockquote > p:fresh",
  "p[style-name='caption'] => p.image-caption:fresh",
  "p[style-name='Caption'] => p.image-caption:fresh",
  "p[style-name='HTML Preformatted'] => pre:separator('\\n')",
  'strike => s',
]

const { value } = await mammoth.convertToHtml(
  { buffer: Buffer.from(workerData as Uint8Array) },
  {
    styleMap: STYLES,
    // A document may name any file of this machine as its picture.
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(async (image) => ({
      src: `data:${image.contentType};base64,${await image.readAsBase64String()}`,
    })),
  },
)
parentPort?.postMessage(value)
