import { $isLinkNode, $toggleLink } from '@lexical/link'
import { $findMatchingParent } from '@lexical/utils'
import { $createTextNode, $getSelection, $isRangeSelection, type LexicalEditor } from 'lexical'
import { Popover } from 'radix-ui'
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { isSafeAddress } from '../../shared/features/link'
import { Button } from '../ui/Button'
import { completedAddress } from './completedAddress'
import styles from './LinkEditor.module.css'
import { type LinkableArticle, searchArticles } from './linkableArticles'

interface LinkEditorProps {
  readonly editor: LexicalEditor
  readonly isOpen: boolean
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

/** Where the selection is on the screen, for the popover to stand beside. */
function selectionRect(): DOMRect {
  const selection = window.getSelection()
  const range = selection?.rangeCount ? selection.getRangeAt(0) : null
  const rect = range?.getBoundingClientRect()
  if (rect && (rect.width > 0 || rect.height > 0)) return rect
  const element =
    range?.startContainer instanceof Element
      ? range.startContainer
      : range?.startContainer.parentElement
  return element?.getBoundingClientRect() ?? new DOMRect(0, 0, 0, 0)
}

/** Asks for the address of a link at the selection; an empty one takes the link away. */
export function LinkEditor({ editor, isOpen, articles, onClose }: LinkEditorProps) {
  const id = useId()
  const [address, setAddress] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const [existing, setExisting] = useState<string | null>(null)
  const [chosen, setChosen] = useState(-1)
  const anchor = useRef({ getBoundingClientRect: selectionRect })

  useEffect(() => {
    if (!isOpen) return
    const rect = selectionRect()
    anchor.current = { getBoundingClientRect: () => rect }
    const current = linkAtCaret(editor)
    setExisting(current)
    setAddress(current ?? '')
    setProblem(null)
    setChosen(-1)
  }, [editor, isOpen])

  // An address is no search; anything else may be the name of an article.
  const isSearch = address.trim() !== '' && !/^[a-z]+:|^www\.|^#/i.test(address.trim())
  const found = isSearch && address !== existing ? searchArticles(articles, address) : []

  function press(event: KeyboardEvent): void {
    if (found.length === 0 || event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0) return
    event.preventDefault()
    // One more place than articles: the address as it is typed.
    setChosen((at) => ((at + 1 + step + found.length + 1) % (found.length + 1)) - 1)
  }

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
    const article = found[chosen]
    if (article !== undefined) {
      apply(article.address, article.title)
      return
    }
    const url = completedAddress(address)
    if (url === '') apply(null)
    else if (isSafeAddress(url)) apply(url)
    else
      setProblem(
        'This address cannot be a link: only web, mail and telephone addresses, and files beside the article.',
      )
  }

  return (
    <Popover.Root open={isOpen} onOpenChange={(open) => (open ? undefined : onClose())}>
      <Popover.Anchor virtualRef={anchor} />
      <Popover.Content
        className={styles.popover}
        side="bottom"
        align="start"
        sideOffset={8}
        collisionPadding={12}
        aria-label="Link"
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          editor.focus()
        }}
      >
        <form onSubmit={submit} className={styles.form}>
          <label htmlFor={id} className={styles.label}>
            Address
          </label>
          <input
            id={id}
            className={styles.input}
            value={address}
            placeholder="https://… or the title of an article"
            role="combobox"
            aria-expanded={found.length > 0}
            aria-controls={`${id}-articles`}
            aria-autocomplete="list"
            aria-activedescendant={found[chosen] && `${id}-${found[chosen].id}`}
            onKeyDown={press}
            aria-invalid={problem !== null}
            aria-describedby={problem === null ? undefined : `${id}-problem`}
            spellCheck={false}
            onChange={(event) => {
              setAddress(event.target.value)
              setChosen(-1)
            }}
          />
          <div
            id={`${id}-articles`}
            role="listbox"
            aria-label="Articles"
            className={styles.articles}
            hidden={found.length === 0}
          >
            {found.map((article, index) => (
              <div
                key={article.id}
                id={`${id}-${article.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === chosen}
                className={styles.article}
                onPointerDown={(event) => event.preventDefault()}
                onPointerMove={() => setChosen(index)}
                onClick={() => apply(article.address, article.title)}
                onKeyDown={() => undefined}
              >
                <span className={styles.title}>{article.title}</span>
                <span className={styles.path}>{article.path}</span>
              </div>
            ))}
          </div>
          {problem === null ? null : (
            <p id={`${id}-problem`} className={styles.problem} role="alert">
              {problem}
            </p>
          )}
          <div className={styles.buttons}>
            {existing === null ? null : <Button onClick={() => apply(null)}>Remove</Button>}
            <Button look="primary" type="submit">
              {existing === null ? 'Add link' : 'Change link'}
            </Button>
          </div>
        </form>
      </Popover.Content>
    </Popover.Root>
  )
}
