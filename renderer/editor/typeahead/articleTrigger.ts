import { $createLinkNode } from '@lexical/link'
import { $createTextNode, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { FileText } from 'lucide-react'
import { type LinkableArticle, searchArticles } from '../linkableArticles'
import type { Trigger } from './trigger'

/** `[[`: a link to another article of the library, by its title. */
export function articleTrigger(
  editor: LexicalEditor,
  articles: readonly LinkableArticle[],
): Trigger {
  return {
    sign: '[[',
    label: 'Link to an article',
    opensAfter: () => true,
    // Titles have blanks; two closing brackets or a line's end leave the text as it is.
    query: /^[^[\]\n]{0,60}$/,
    least: 0,
    find: (query) =>
      searchArticles(articles, query).map((article) => ({
        id: article.id,
        label: article.title,
        detail: article.path,
        icon: FileText,
        run: () => insertLink(editor, article),
      })),
  }
}

function insertLink(editor: LexicalEditor, { address, title }: LinkableArticle): void {
  editor.update(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return
    const link = $createLinkNode(address).append($createTextNode(title))
    selection.insertNodes([link])
    link.selectNext(0, 0)
  })
}
