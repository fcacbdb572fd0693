import { $getRoot, $getState, $setState, createState, type LexicalEditor } from 'lexical'
import type { ArticleDocument } from '../../../shared/document/articleDocument'

/** Fields above the text that a step of the text's history sets with it; an empty one is left alone. */
export interface Fields {
  readonly title: string
  readonly standfirst: string
  readonly author: string
}

export interface FieldSteps {
  /** Sets fields as part of the update that it is called in, so that undo and redo take them along. */
  $set(fields: Fields): void
  dispose(): void
}

/** Which set of fields belongs to a state of the text; 0 is what the article was opened with. */
const stepState = createState('fields', {
  parse: (value): number => (typeof value === 'number' ? value : 0),
})

type Place = Pick<ArticleDocument, 'field' | 'setField' | 'setKey' | 'frontMatterFields'> & {
  readonly editor: LexicalEditor
}

/** Binds headline, standfirst and byline to the history of the text where one action changed both. */
export function createFieldSteps(document: Place): FieldSteps {
  const { editor } = document
  const steps: Fields[] = [{ title: '', standfirst: '', author: '' }]
  const changes = new Map<
    number,
    { readonly before: Fields; readonly after: Fields; from: number }
  >()
  let current = 0

  function read(): Fields {
    const author = document.frontMatterFields().get('author')
    return {
      title: document.field('title'),
      standfirst: document.field('standfirst'),
      author: typeof author === 'string' ? author : '',
    }
  }

  /** Changes what still is as it was left; what somebody wrote there since is theirs. */
  function exchange(from: Fields, to: Fields): void {
    const now = read()
    const isOurs = (name: keyof Fields): boolean =>
      now[name] === from[name] && from[name] !== to[name]
    if (isOurs('title')) document.setField('title', to.title)
    if (isOurs('standfirst')) document.setField('standfirst', to.standfirst)
    if (isOurs('author')) document.setKey('author', to.author)
  }

  const stop = editor.registerUpdateListener(({ editorState, dirtyElements }) => {
    if (!dirtyElements.has('root')) return
    const now = editorState.read(() => $getState($getRoot(), stepState))
    if (now === current) return
    const done = changes.get(now)
    const undone = changes.get(current)
    if (done !== undefined && done.from === current) exchange(done.before, done.after)
    else if (undone !== undefined && undone.from === now) exchange(undone.after, undone.before)
    current = now
  })

  return {
    $set(fields) {
      const before = read()
      const after: Fields = {
        title: fields.title || before.title,
        standfirst: fields.standfirst || before.standfirst,
        author: fields.author || before.author,
      }
      const step = steps.push(after) - 1
      changes.set(step, { before, after, from: current })
      $setState($getRoot(), stepState, step)
    },
    dispose: stop,
  }
}
