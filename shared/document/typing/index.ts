import {
  ClickAfterLastBlockExtension,
  NormalizeTripleClickSelectionExtension,
  SelectBlockExtension,
  TabIndentationExtension,
} from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { AutoLinkExtension, autoLinkEmailMatcher, autoLinkUrlMatcher } from '@lexical/link'
import { $isListItemNode } from '@lexical/list'
import { configExtension, defineExtension } from 'lexical'
import { EdgesExtension } from './edges'
import { MarkdownShortcutsExtension } from './markdownShortcuts'
import { TabExtension } from './tab'

/** What an editor needs once a person types in it: history, Markdown as they type, keys at the edges, links. */
export const TypingExtension = defineExtension({
  name: 'galley/typing',
  dependencies: [
    HistoryExtension,
    MarkdownShortcutsExtension,
    EdgesExtension,
    TabExtension,
    // Markdown knows no indented paragraph: what cannot be saved cannot be made.
    configExtension(TabIndentationExtension, { $canIndent: $isListItemNode }),
    SelectBlockExtension,
    ClickAfterLastBlockExtension,
    NormalizeTripleClickSelectionExtension,
    configExtension(AutoLinkExtension, { matchers: [autoLinkUrlMatcher, autoLinkEmailMatcher] }),
  ],
})
