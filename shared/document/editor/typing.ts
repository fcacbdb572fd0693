import {
  ClickAfterLastBlockExtension,
  NormalizeTripleClickSelectionExtension,
  TabIndentationExtension,
} from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { AutoLinkExtension, autoLinkEmailMatcher, autoLinkUrlMatcher } from '@lexical/link'
import { MdastShortcutsExtension } from '@lexical/mdast'
import { configExtension, defineExtension } from 'lexical'

/** What an editor needs once a person types in it: history, Markdown as they type, Tab, links. */
export const TypingExtension = defineExtension({
  name: 'galley/typing',
  dependencies: [
    HistoryExtension,
    MdastShortcutsExtension,
    TabIndentationExtension,
    ClickAfterLastBlockExtension,
    NormalizeTripleClickSelectionExtension,
    configExtension(AutoLinkExtension, { matchers: [autoLinkUrlMatcher, autoLinkEmailMatcher] }),
  ],
})
