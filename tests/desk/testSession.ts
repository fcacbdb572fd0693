import type { ArticleSession } from '../../renderer/state/articleSession'
import type { ReviewedDocument } from '../../shared/document/reviewedDocument'

/** The editor's side of an open article, without a page. */
export function sessionOf(id: ArticleSession['id'], document: ReviewedDocument): ArticleSession {
  return {
    id,
    version: document.version,
    text: document.text,
    pieces: document.pieces,
    unwritten: document.unwritten,
    content: document.content,
    meta: () => document.content().meta,
    fields: document.frontMatterFields,
    setKey: document.setKey,
    frontMatter: document.frontMatter,
    onChange: document.onChange,
    actions: [],
    run: () => undefined,
    caret: () => ({ blocks: [], marks: new Set() }),
    place: () => ({ block: 1, offset: 2, scroll: 30 }),
    adopt: async (text, version) => {
      if (document.version() !== version) return 'stale'
      return document.adopt(text) ? 'done' : 'impossible'
    },
    focus: () => undefined,
    goal: { words: () => null, set: () => undefined },
    onSelectedText: () => () => undefined,
    outline: {
      entries: () => [],
      current: () => null,
      goTo: () => undefined,
      move: () => undefined,
      shift: () => undefined,
      onChange: () => () => undefined,
    },
    finding: { open: () => undefined, step: () => undefined },
    jumpTo: () => undefined,
    scrolling: { place: () => null, scrollTo: () => undefined, onScroll: () => () => undefined },
    review: {
      ...document.review,
      selection: () => null,
      head: () => null,
      show: () => undefined,
      blockOf: () => null,
      placing: () => () => new Map(),
      onMove: () => () => undefined,
      scrollBy: () => undefined,
      viewTop: () => 0,
      scrolled: () => 0,
      markAt: () => null,
      markAtCaret: () => null,
      reviewers: document.frontMatter,
    },
    dispose: document.dispose,
  }
}
