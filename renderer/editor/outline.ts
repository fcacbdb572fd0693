import {
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  type LexicalEditor,
} from 'lexical'
import { $blockOf } from '../../shared/document/editor/blockOf'
import {
  $readOutline,
  headingAbove,
  moveSection,
  shiftSection,
} from '../../shared/document/outline/outline'
import type { ArticleOutline } from '../state/articleSession'

/** How long the outline may trail the page: headings are not read on a keystroke. */
const TRAIL_MS = 200

/** The outline of the article in an editor. */
export function createOutline(
  editor: LexicalEditor,
  scroller: () => HTMLElement | null,
): ArticleOutline {
  const entries = () => editor.read($readOutline)
  return {
    entries,
    current: () =>
      editor.read(() => {
        const selection = $getSelection()
        if (!$isRangeSelection(selection)) return null
        const block = $blockOf(selection.anchor.getNode())
        return block === null ? null : headingAbove($readOutline(), block.getIndexWithinParent())
      }),
    goTo({ key }) {
      editor.update(() => {
        const heading = $getNodeByKey(key)
        if ($isElementNode(heading)) heading.selectEnd()
      })
      editor.focus(() => {
        const page = scroller()
        const heading = editor.getElementByKey(key)
        if (page === null || heading === null) return
        const bring = () => {
          const top = heading.getBoundingClientRect().top - page.getBoundingClientRect().top
          page.scrollTop += top - page.clientHeight * 0.12
        }
        bring()
        // What lies between had no height of its own until it was scrolled past.
        requestAnimationFrame(bring)
      })
    },
    move: ({ key }, before) => moveSection(editor, key, before?.key ?? null),
    shift: ({ key }, by) => shiftSection(editor, key, by),
    onChange(listener) {
      let timer: ReturnType<typeof setTimeout> | null = null
      const stop = editor.registerUpdateListener(() => {
        timer ??= setTimeout(() => {
          timer = null
          listener()
        }, TRAIL_MS)
      })
      return () => {
        stop()
        if (timer !== null) clearTimeout(timer)
      }
    },
  }
}
