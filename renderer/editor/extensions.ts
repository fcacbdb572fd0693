import { ReactExtension } from '@lexical/react/ReactExtension'
import { ReactProviderExtension } from '@lexical/react/ReactProviderExtension'
import { type AnyLexicalExtensionArgument, configExtension } from 'lexical'
import { TypingExtension } from '../../shared/document/typing'
import { ViewsExtension } from '../../shared/features/views'
import { GroupsExtension } from './groups'
import { views } from './views'

/** What the page adds to an editor of articles: typing, and views for the nodes that have controls. */
export const editorExtensions: AnyLexicalExtensionArgument[] = [
  ReactProviderExtension,
  // The page draws the editable element itself, between its own fields.
  configExtension(ReactExtension, { contentEditable: null }),
  GroupsExtension,
  TypingExtension,
  configExtension(ViewsExtension, { views }),
]
