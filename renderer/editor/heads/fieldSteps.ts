import {
  $getRoot,
  $getState,
  $setState,
  createState,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
} from 'lexical'
import type { ArticleDocument } from '../../../shared/document/articleDocument'
import { GAP_TAG } from '../../../shared/document/editor/gaps'
import { createTypingRun } from '../typingRun'

/** The fields above the text, and the byline, which a paste may fill. */
export interface Fields {
  readonly title: string
  readonly standfirst: string
  readonly author: string
}

export interface FieldSteps {
  /** Sets fields as part of the update that it is called in, so that undo and redo take them along. */
  $set(fields: Partial<Fields>): void
  /** Sets a field as it is typed, a word as one step of the text's undo. */
  type(name: 'title' | 'standfirst', text: string): void
  /** Does something to the history of the text; the names of the fields that it changed. */
  travel(go: () => Promise<void>): Promise<readonly (keyof Fields)[]>
  dispose(): void
}

/** Which change of fields belongs to a state of the text; 0 is what the article was opened with. */
const stepState = createState('fields', {
  parse: (value): number => (typeof value === 'number' ? value : 0),
})

type Place = Pick<
  ArticleDocument,
  'editor' | 'field' | 'setField' | 'setKey' | 'frontMatterFields'
> & { readonly editor: LexicalEditor }

/** What a step changes, and the step that it came after. */
interface Change {
  readonly before: Partial<Fields>
  after: Partial<Fields>
  readonly from: number
}

const NAMES = ['title', 'standfirst', 'author'] as const

/** Binds headline, standfirst and byline to the history of the text, so that one undo serves both. */
export function createFieldSteps(document: Place): FieldSteps {
  const { editor } = document
  const changes = new Map<number, Change>()
  const run = createTypingRun()
  let newest = 0
  let current = 0
  let changed: (keyof Fields)[] = []

  function read(name: keyof Fields): string {
    if (name !== 'author') return document.field(name)
    const author = document.frontMatterFields().get(name)
    return typeof author === 'string' ? author : ''
  }

  function write(name: keyof Fields, text: string): void {
    if (name === 'author') document.setKey(name, text)
    else document.setField(name, text)
  }

  /** Changes what still is as it was left; what somebody wrote there since is theirs. */
  function exchange(from: Partial<Fields>, to: Partial<Fields>): void {
    for (const name of NAMES) {
      const text = to[name]
      if (text === undefined || text === from[name] || read(name) !== from[name]) continue
      write(name, text)
      changed.push(name)
    }
  }

  function $record(before: Partial<Fields>, after: Partial<Fields>): void {
    newest += 1
    changes.set(newest, { before, after, from: current })
    $setState($getRoot(), stepState, newest)
  }

  const stop = editor.registerUpdateListener((update) => {
    const { editorState, dirtyElements, dirtyLeaves, tags } = update
    if ((dirtyElements.size === 0 && dirtyLeaves.size === 0) || tags.has(GAP_TAG)) return
    const now = editorState.read(() => $getState($getRoot(), stepState))
    // Something else was done to the article: what is typed in a field next is a step after it.
    run.end()
    if (now === current) return
    const done = changes.get(now)
    const undone = changes.get(current)
    const last = current
    current = now
    if (done !== undefined && done.from === last) exchange(done.before, done.after)
    else if (undone !== undefined && undone.from === now) exchange(undone.after, undone.before)
  })

  return {
    $set(fields) {
      const names = NAMES.filter((name) => fields[name] !== undefined)
      $record(Object.fromEntries(names.map((name) => [name, read(name)])), fields)
    },
    type(name, text) {
      const before = read(name)
      if (before === text) return
      const step = changes.get(current)
      if (step?.after[name] === before && run.goesOn(name, before, text)) {
        document.setField(name, text)
        step.after = { ...step.after, [name]: text }
        return
      }
      document.setField(name, text)
      // Nothing may be written now.
      if (read(name) !== text) return
      editor.update(
        () => $record({ [name]: before }, { [name]: text }),
        // The keyboard stays in the field.
        { discrete: true, tag: [HISTORY_PUSH_TAG, SKIP_DOM_SELECTION_TAG] },
      )
      run.goesOn(name, before, text)
    },
    async travel(go) {
      changed = []
      await go()
      return changed
    },
    dispose: stop,
  }
}
