import { $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { useEffect } from 'react'
import type { LayoutState } from '../../state/layoutStore'

/** What steps back while one sentence is written. */
const REST = 'galley-rest'

interface Here {
  readonly block: HTMLElement
  readonly caret: Range | null
}

function readHere(editor: LexicalEditor): Here | null {
  const key = editor.getEditorState().read(() => {
    const selection = $getSelection()
    return $isRangeSelection(selection)
      ? (selection.focus.getNode().getTopLevelElement()?.getKey() ?? null)
      : null
  })
  const block = key === null ? null : editor.getElementByKey(key)
  if (block === null) return null
  const selection = window.getSelection()
  const caret = document.createRange()
  if (selection?.focusNode && block.contains(selection.focusNode)) {
    caret.setStart(selection.focusNode, selection.focusOffset)
    return { block, caret }
  }
  return { block, caret: null }
}

/** The element of one line of text inside a block: the item of a list, the paragraph of a quotation. */
function lineAt({ block, caret }: Here): Element {
  const node = caret?.startContainer
  const element = node instanceof Element ? node : node?.parentElement
  return element?.closest('p, li, h1, h2, h3, h4, h5, h6, td, th, pre') ?? block
}

const segmenters = new Map<string, Intl.Segmenter>()

function segmenterFor(lang: string): Intl.Segmenter {
  let segmenter = segmenters.get(lang)
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(lang || undefined, { granularity: 'sentence' })
    segmenters.set(lang, segmenter)
  }
  return segmenter
}

/** Where the text at an offset of an element's whole text stands. */
function pointAt(element: Element, offset: number): readonly [Node, number] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
  let rest = offset
  let last: Node = element
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const length = node.nodeValue?.length ?? 0
    if (rest <= length) return [node, rest]
    rest -= length
    last = node
  }
  return [last, last.nodeValue?.length ?? 0]
}

/** Everything of the block except the sentence that the caret is in. */
function restOf(here: Here, lang: string): readonly Range[] {
  const line = lineAt(here)
  const text = line.textContent ?? ''
  if (here.caret === null || text === '') return []
  const before = document.createRange()
  before.setStart(line, 0)
  before.setEnd(here.caret.startContainer, here.caret.startOffset)
  const at = Math.min(before.toString().length, Math.max(0, text.length - 1))
  const sentence = segmenterFor(lang).segment(text).containing(at)
  if (sentence === undefined) return []
  const [head, tail] = [document.createRange(), document.createRange()]
  head.setStart(here.block, 0)
  head.setEnd(...pointAt(line, sentence.index))
  tail.setStart(...pointAt(line, sentence.index + sentence.segment.length))
  tail.setEnd(here.block, here.block.childNodes.length)
  return [head, tail]
}

/** Lets everything but the paragraph, or the sentence, at the caret step back. */
export function useFocusMode(
  editor: LexicalEditor,
  mode: LayoutState['focusMode'],
  lang: string,
): void {
  useEffect(() => {
    if (mode === 'off') return
    let shown: HTMLElement | null = null
    let frame = 0
    const look = () => {
      frame = 0
      const here = readHere(editor)
      if (here === null) return
      if (shown !== here.block) {
        shown?.removeAttribute('data-here')
        here.block.setAttribute('data-here', '')
        shown = here.block
      }
      if (mode === 'sentence') CSS.highlights.set(REST, new Highlight(...restOf(here, lang)))
    }
    const later = () => {
      frame ||= requestAnimationFrame(look)
    }
    const stop = editor.registerUpdateListener(later)
    later()
    return () => {
      stop()
      cancelAnimationFrame(frame)
      shown?.removeAttribute('data-here')
      CSS.highlights.delete(REST)
    }
  }, [editor, mode, lang])
}
