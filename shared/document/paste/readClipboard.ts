import { isWorthOffering, readStructure, type Structure } from '../../text/structure'
import { type Converted, convertHtml } from '../fromHtml'
import { looksLikeMarkdown } from './looksLikeMarkdown'

/** What a clipboard holds, as text. */
export interface Clipboard {
  readonly html: string
  readonly text: string
  /** The person asked for the words alone. */
  readonly asPlainText: boolean
}

/** What a paste is to put into the article. */
export type Pasting =
  | { readonly kind: 'nothing' }
  /** Words alone; a structure when there is one worth asking about. */
  | { readonly kind: 'text'; readonly text: string; readonly structure: Structure | null }
  | { readonly kind: 'markdown'; readonly markdown: string; readonly converted: Converted | null }

/** Line ends that programs write for one that is meant. */
function lines(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll('\0', '')
}

/** An editor of code or a terminal copies its words a second time as HTML, for the colours. */
function isColouredCode(html: string): boolean {
  return (
    /<(?:div|pre)\b[^<>]{0,400}(?:font-family:[^<>"']{0,200}(?:monospace|consolas|menlo|courier)|vscode)/i.test(
      html,
    ) && !/<(?:p|h[1-6]|ul|ol|table|blockquote)\b/i.test(html)
  )
}

/** Decides what a clipboard is, before anything is touched. */
export function readClipboard({ html, text, asPlainText }: Clipboard): Pasting {
  const words = lines(text)
  if (!asPlainText && html.trim() !== '' && !(isColouredCode(html) && words !== '')) {
    const converted = convertHtml(html)
    if (converted !== null && converted.markdown.trim() !== '') {
      return { kind: 'markdown', markdown: converted.markdown, converted }
    }
  }
  if (words.trim() === '') return { kind: 'nothing' }
  if (asPlainText) return { kind: 'text', text: words, structure: null }
  if (looksLikeMarkdown(words)) return { kind: 'markdown', markdown: words, converted: null }
  const structure = words.includes('\n') ? readStructure(words) : null
  const offered = structure !== null && isWorthOffering(structure) ? structure : null
  return { kind: 'text', text: words, structure: offered }
}
