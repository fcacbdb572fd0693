import { caretFromPoint } from '@lexical/clipboard'
import { TOGGLE_LINK_COMMAND } from '@lexical/link'
import {
  $addUpdateTag,
  $createRangeSelection,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DRAGEND_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  HISTORY_MERGE_TAG,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
} from 'lexical'
import type { CarriedPicture, Converted } from '../../../shared/document/fromHtml'
import {
  $insertLiteral,
  $insertMarkdown,
  $insertPlainText,
  $isInCode,
  ownContentIsSafe,
  readClipboard,
} from '../../../shared/document/paste'
import { isWholeAddress } from '../../../shared/features/link'
import { withoutBetween } from '../../../shared/text/runs'
import type { Structure } from '../../../shared/text/structure'
import { DRAG_MARK, isMoveWithin } from './fieldDrag'

export interface PasteHost {
  /** Copies a picture beside the article; its address, or null when that failed and was told. */
  addPicture(file: File): Promise<string | null>
  /** Asks whether a text that was just pasted is to have the structure it seems to have. */
  offerStructure(structure: Structure): void
  /** Says what a paste was turned from. */
  tell(converted: Converted): void
}

/** Lexical's own format, whole with what HTML has no words for. */
const OWN = 'application/x-lexical-editor'

/** Whether an event is for a field inside the page, which has its own way with text. */
function isInField({ target }: Event): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
}

/** Puts the caret where something was dropped. */
function $selectDropPoint(editor: LexicalEditor, { clientX, clientY }: DragEvent): void {
  const point = caretFromPoint(clientX, clientY, editor.getRootElement())
  if (point === null) return
  const range = document.createRange()
  range.setStart(point.node, point.offset)
  const selection = $createRangeSelection()
  selection.applyDOMRange(range)
  $setSelection(selection)
}

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/gif': 'gif',
  'image/webp': 'webp',
  'image/avif': 'avif',
}

function fileOf({ type, base64 }: CarriedPicture, number: number): File | null {
  try {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    return new File([bytes], `picture-${number}.${EXTENSIONS[type] ?? 'png'}`, { type })
  } catch {
    return null
  }
}

async function addCarried(
  carried: readonly CarriedPicture[],
  host: PasteHost,
): Promise<ReadonlyMap<string, string>> {
  const addresses = new Map<string, string>()
  for (const [index, picture] of carried.entries()) {
    const file = fileOf(picture, index + 1)
    const address = file === null ? null : await host.addPicture(file)
    if (address !== null) addresses.set(picture.name, address)
  }
  return addresses
}

/** What a picture is called that came without a useful name. */
function named(file: File, number: number): File {
  const name =
    /^(?:image|clipboard)?\.?\w{3,4}$/.test(file.name) || file.name === ''
      ? `picture-${number}.${EXTENSIONS[file.type] ?? 'png'}`
      : file.name
  return new File([file], name, { type: file.type })
}

function picturesIn(data: DataTransfer): readonly File[] {
  return [...data.files].filter((file) => /^image\//.test(file.type))
}

/** HTML that is one picture and nothing else is how browsers name a picture that they copy as a file. */
function altOfLonePicture(html: string): string | null {
  const rest = withoutBetween(html, '<!--', '-->')
    .replace(/<\/?(?:html|head|body|meta)\b[^<>]*>/gi, '')
    .trim()
  if (rest === '') return ''
  if (!/^<img\b[^<>]*>$/i.test(rest)) return null
  return /\balt\s*=\s*"([^"<>]*)"/i.exec(rest)?.[1] ?? ''
}

async function pastePictures(
  editor: LexicalEditor,
  files: readonly File[],
  alt: string,
  host: PasteHost,
): Promise<void> {
  const lines: string[] = []
  for (const [index, file] of files.entries()) {
    const address = await host.addPicture(named(file, index + 1))
    const words = alt.replace(/[[\]\\]/g, ' ')
    if (address !== null) lines.push(`![${words}](<${address.replace(/[<>\\]/g, '\\$&')}>)`)
  }
  if (lines.length > 0) {
    editor.update(() => $insertMarkdown(lines.join('\n\n')), { tag: PASTE_TAG })
  }
}

/** An address pasted over words of one line makes them a link, and is not put in their place. */
function $linkSelection(editor: LexicalEditor, text: string): boolean {
  const selection = $getSelection()
  if (!isWholeAddress(text) || !$isRangeSelection(selection) || selection.isCollapsed())
    return false
  if (isWholeAddress(selection.getTextContent()) || selection.getTextContent().includes('\n')) {
    return false
  }
  return editor.dispatchCommand(TOGGLE_LINK_COMMAND, text.trim())
}

/**
 * Takes over pasting: what comes from elsewhere goes through Galley's own reading of it and through
 * nothing else. Each paste is one step of undo. Returns the way to stop.
 */
export function registerPaste(editor: LexicalEditor, host: PasteHost): () => void {
  let wantsPlainText = false
  let isOwnDrag = false
  /** Whether words that are being dropped were just taken out of a field of the page. */
  let isMove = false

  function paste(data: DataTransfer): boolean {
    const asPlainText = wantsPlainText
    const text = data.getData('text/plain')
    if ($isInCode()) {
      if (text === '') return true
      editor.update(() => $insertLiteral(text.replace(/\r\n?/g, '\n')), { tag: PASTE_TAG })
      return true
    }
    const own = data.getData(OWN)
    if (own !== '' && !asPlainText && ownContentIsSafe(own)) return false
    const html = data.getData('text/html')
    const files = picturesIn(data)
    const alt = altOfLonePicture(html)
    if (files.length > 0 && alt !== null && !asPlainText) {
      void pastePictures(editor, files, alt, host)
      return true
    }
    if (!asPlainText && $linkSelection(editor, text)) return true
    const pasting = readClipboard({ html, text, asPlainText })
    switch (pasting.kind) {
      case 'nothing':
        return true
      case 'text':
        editor.update(() => $insertPlainText(pasting.text), { tag: PASTE_TAG })
        if (pasting.structure !== null) host.offerStructure(pasting.structure)
        return true
      case 'markdown':
        insert(pasting.markdown, pasting.converted)
        return true
    }
  }

  function insert(markdown: string, converted: Converted | null): void {
    const put = (pictures?: ReadonlyMap<string, string>): void => {
      editor.update(() => $insertMarkdown(markdown, pictures ? { pictures } : {}), {
        tag: PASTE_TAG,
      })
      if (converted !== null) host.tell(converted)
    }
    if (converted === null || converted.pictures.length === 0) put()
    else void addCarried(converted.pictures, host).then(put)
  }

  /** What no editor of this page was the source of is read as a paste is, whatever it says of itself. */
  function drop(event: DragEvent): boolean {
    const isOurs = isOwnDrag
    isOwnDrag = false
    const data = event.dataTransfer
    isMove = isMoveWithin(editor, event)
    // Lexical would trust the mark without looking at what comes with it.
    if (isOurs || data === null || data.files.length > 0 || data.getData(DRAG_MARK) === '') {
      return false
    }
    const own = data.getData(OWN)
    if (own !== '' && ownContentIsSafe(own)) return false
    event.preventDefault()
    if (!editor.isEditable()) return true
    $selectDropPoint(editor, event)
    paste(data)
    return true
  }

  const noteDrag = (isOwn: boolean) => () => {
    isOwnDrag = isOwn
    return false
  }

  return mergeRegister(
    editor.registerCommand(DRAGSTART_COMMAND, noteDrag(true), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DRAGEND_COMMAND, noteDrag(false), COMMAND_PRIORITY_HIGH),
    editor.registerCommand(DROP_COMMAND, drop, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        // The paste event does not tell which keys asked for it.
        const isPaste = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'v'
        wantsPlainText = isPaste && event.shiftKey
        return false
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (input) => {
        // What is dropped has come from as far away as what is pasted.
        if (typeof input === 'string' || input.inputType !== 'insertFromDrop') return false
        if (input.dataTransfer === null || !editor.isEditable()) return false
        if (isMove) $addUpdateTag(HISTORY_MERGE_TAG)
        isMove = false
        return paste(input.dataTransfer)
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        if (!editor.isEditable() || !('clipboardData' in event) || event.clipboardData === null) {
          return false
        }
        if (isInField(event)) return false
        if ($getSelection() === null) return false
        const isTaken = paste(event.clipboardData)
        wantsPlainText = false
        if (isTaken) event.preventDefault()
        return isTaken
      },
      COMMAND_PRIORITY_HIGH,
    ),
  )
}
