import { encodeArticle, UTF8 } from '../../shared/article'

// Services are compiled without the types of any host; this is the one that both have.
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string }

export function bytesOf(text: string): Uint8Array {
  return encodeArticle(text, UTF8)
}

/** For files of ours and for lists: what is no UTF-8 becomes a replacement character, and is never written back. */
export function textOf(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes)
}
