import { $isLinkNode, $toggleLink } from '@lexical/link'
import { $findMatchingParent } from '@lexical/utils'
import { $createTextNode, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { type FormEvent, useState } from 'react'
import { isSafeAddress } from '../../../shared/features/link'
import { Button } from '../../ui/Button'
import { completedAddress } from '../completedAddress'
import { type LinkableArticle, searchArticles } from '../linkableArticles'
import { ArticleField } from './ArticleField'
import { Popup, PopupButtons, PopupField } from './Popup'
import { selectionRect } from './selectionRect'

interface LinkEditorProps {
  readonly editor: LexicalEditor
  /** What may be linked besides the web. */
  readonly articles: readonly LinkableArticle[]
  onClose(): void
}

function linkAtCaret(editor: LexicalEditor): string | null {
  return editor.getEditorState().read(() => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return null
    return $findMatchingParent(selection.anchor.getNode(), $isLinkNode)?.getURL() ?? null
  })
}

/** Asks for the address of a link at the selection; an empty one takes the link away. */
export function LinkEditor({ editor, articles, onClose }: LinkEditorProps) {
  const [existing] = useState(() => linkAtCaret(editor))
  const [address, setAddress] = useState(existing ?? '')
  const [problem, setProblem] = useState<string | null>(null)

  // An address is no search; anything else may be the name of an article.
  const isSearch = address.trim() !== '' && !/^[a-z]+:|^www\.|^#/i.test(address.trim())
  const found = isSearch && address !== existing ? searchArticles(articles, address) : []

  function apply(url: string | null, title?: string): void {
    editor.update(() => {
      const selection = $getSelection()
      if (!$isRangeSelection(selection)) return
      if (url !== null && selection.isCollapsed() && existing === null) {
        const text = $createTextNode(title ?? url.replace(/^mailto:/, ''))
        selection.insertNodes([text])
        text.select(0)
      }
      $toggleLink(url)
    })
    onClose()
    editor.focus()
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    const url = completedAddress(address)
    if (url === '') apply(null)
    else if (isSafeAddress(url)) apply(url)
    else
      setProblem(
        'This address cannot be a link: only web, mail and telephone addresses, and files beside the article.',
      )
  }

  return (
    <Popup label="Link" place={selectionRect} onClose={onClose} onLeave={() => editor.focus()}>
      <form onSubmit={submit}>
        <PopupField label="Address" problem={problem}>
          {(control) => (
            <ArticleField
              {...control}
              value={address}
              placeholder="https://… or the title of an article"
              found={found}
              atFirst="the words"
              onChange={setAddress}
              onChoose={(article) => apply(article.address, article.title)}
            />
          )}
        </PopupField>
        <PopupButtons>
          {existing === null ? null : <Button onClick={() => apply(null)}>Remove</Button>}
          <Button look="primary" type="submit">
            {existing === null ? 'Add link' : 'Change link'}
          </Button>
        </PopupButtons>
      </form>
    </Popup>
  )
}
