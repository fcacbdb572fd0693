import { buildEditorFromExtensions } from '@lexical/extension'
import { MdastExportExtension, MdastImportExtension } from '@lexical/mdast'
import { RichTextExtension } from '@lexical/rich-text'
import {
  type AnyLexicalExtensionArgument,
  configExtension,
  defineExtension,
  type LexicalEditorWithDispose,
} from 'lexical'
import { features } from '../../features'
import { theme } from './theme'
import { WholeStepsExtension } from './wholeSteps'

/** The features' Markdown rules as one registry for `@lexical/mdast`, first rule of a type wins. */
const MarkdownExtension = defineExtension({
  name: 'galley/markdown',
  dependencies: [
    configExtension(MdastImportExtension, {
      importRules: features.flatMap((feature) => feature.markdown.importRules ?? []),
      exportRules: features.flatMap((feature) => feature.markdown.exportRules ?? []),
    }),
    MdastExportExtension,
  ],
})

/** What every editor of articles is made of, with or without a person in front of it. */
export const ArticleExtension = defineExtension({
  name: 'galley/article',
  dependencies: [
    RichTextExtension,
    MarkdownExtension,
    WholeStepsExtension,
    ...features.flatMap((feature) => feature.extensions),
  ],
})

export interface EditorOptions {
  /** What the place that shows the editor adds: history, views, a theme. */
  readonly extensions?: readonly AnyLexicalExtensionArgument[]
  /** Told of an error inside an update; the editor keeps its last good state. */
  readonly onError?: (error: Error) => void
}

/** Makes an editor for articles. It needs no DOM; the caller calls `dispose` when done with it. */
export function createEditor({
  extensions = [],
  onError,
}: EditorOptions = {}): LexicalEditorWithDispose {
  return buildEditorFromExtensions(
    defineExtension({
      name: 'galley/editor',
      namespace: 'galley',
      theme,
      dependencies: [ArticleExtension, ...extensions],
      onError: (error) => {
        if (onError === undefined) throw error
        onError(error)
      },
    }),
  )
}
