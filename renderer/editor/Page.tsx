import { ContentEditable } from '@lexical/react/LexicalContentEditable'
import { $isHeadingNode } from '@lexical/rich-text'
import { $getRoot } from 'lexical'
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import type { HeadFields as FoundFields } from '../../shared/document/finding/finder'
import type { ReviewedDocument } from '../../shared/document/reviewedDocument'
import { joinLines } from '../../shared/text/runs'
import { useDesk, useLayout } from '../app/DeskContext'
import { keepMineAsCopy } from '../state/actions/articleConflict'
import type { ArticleSession, EditorProps } from '../state/articleSession'
import { announce } from '../state/noticesStore'
import { problemOf } from '../state/problem'
import { Button } from '../ui/Button'
import { CodeLanguage } from './CodeLanguage'
import { choosePicture } from './choosePicture'
import { FindBar } from './find/FindBar'
import { createFinding } from './find/finding'
import { useFocusMode } from './focus/useFocusMode'
import { useTypewriter } from './focus/useTypewriter'
import { BlockHandle } from './handle/BlockHandle'
import { createFieldSteps, type FieldSteps } from './heads/fieldSteps'
import { HeadFields } from './heads/HeadFields'
import { useLinkableArticles } from './linkableArticles'
import { MarkHint } from './marks/MarkHint'
import { useFootnotes } from './notes/useFootnotes'
import styles from './Page.module.css'
import { usePaste } from './paste/usePaste'
import { AttributionPopup } from './popup/AttributionPopup'
import { FootnotePopup } from './popup/FootnotePopup'
import { LinkEditor } from './popup/LinkEditor'
import { RelatedPopup } from './popup/RelatedPopup'
import { SelectionBar } from './selection/SelectionBar'
import { ACTIONS, createSession } from './session'
import { Toolbar } from './Toolbar'
import { articleTrigger } from './typeahead/articleTrigger'
import { footnoteTrigger } from './typeahead/footnoteTrigger'
import { slashTrigger } from './typeahead/slashTrigger'
import { symbolTrigger } from './typeahead/symbolTrigger'
import { Typeahead } from './typeahead/Typeahead'
import { useActionKeys } from './useActionKeys'
import { useCaret } from './useCaret'
import { useDroppedFiles } from './useDroppedFiles'
import { useSmartTyping } from './useSmartTyping'
import './content.css'

interface PageProps extends EditorProps {
  readonly document: ReviewedDocument
}

/** What stands beside the caret to be filled in. */
type OpenPopup = 'none' | 'link' | 'attribution' | 'related'

/** Whether the body's own first heading serves as the headline, so that no field stands above it. */
function startsWithHeadline(document: ReviewedDocument): boolean {
  if (document.field('title') !== '') return false
  return document.editor.getEditorState().read(() => {
    const first = $getRoot().getFirstChild()
    return $isHeadingNode(first) && first.getTag() === 'h1'
  })
}

/** Headline and standfirst, to be looked through as the text is. */
function headFieldsOf(document: ReviewedDocument, steps: FieldSteps): FoundFields {
  const names = ['title', 'standfirst'] as const
  return {
    read: () => names.map((name) => ({ name, text: document.field(name) })),
    $write: (values) => {
      const lines = Object.entries(values).map(([name, text]) => [name, joinLines(text)])
      steps.$set(Object.fromEntries(lines))
    },
    onChange: document.onChange,
  }
}

export function Page({ document, opened, place, headingKeys, onSession }: PageProps) {
  const desk = useDesk()
  const { client, clock, stores } = desk
  const { editor } = document
  const scroller = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const headline = useRef<HTMLTextAreaElement>(null)
  const standfirst = useRef<HTMLTextAreaElement>(null)
  const [popup, setPopup] = useState<OpenPopup>('none')
  const closePopup = useCallback(() => setPopup('none'), [])
  const steps = useMemo(() => createFieldSteps(document), [document])
  useEffect(() => steps.dispose, [steps])
  const caret = useCaret(editor)
  useSmartTyping(document)
  useDroppedFiles(editor, opened.summary.id)
  usePaste(document, steps, opened.summary.id)
  const footnotes = useFootnotes(editor)
  const focusMode = useLayout((state) => state.focusMode)
  useFocusMode(editor, focusMode, document.content().meta.lang)
  useTypewriter(
    editor,
    scroller,
    useLayout((state) => state.typewriter),
  )
  const hasOwnHeadline = useSyncExternalStore(document.onChange, () => startsWithHeadline(document))

  const finding = useMemo(
    () => createFinding(editor, headFieldsOf(document, steps), () => scroller.current),
    [document, editor, steps],
  )
  useEffect(() => finding.dispose, [finding])
  const mode = useSyncExternalStore(document.onChange, document.review.mode)

  const session = useMemo((): ArticleSession => {
    const article = opened.summary.id
    const created: ArticleSession = createSession({
      id: article,
      document,
      finding,
      clock,
      scroller: () => scroller.current,
      host: {
        caret: () => created.caret(),
        editLink: () => setPopup('link'),
        editFootnote: footnotes.show,
        editAttribution: () => setPopup('attribution'),
        language: () => document.content().meta.lang,
        editRelated: () => setPopup('related'),
        choosePicture: () =>
          choosePicture(client, article).catch((error: unknown) => {
            announce(stores.notices, `The picture was not added. ${problemOf(error)}`)
            return null
          }),
      },
    })
    return created
  }, [client, clock, document, finding, footnotes.show, opened, stores])

  const keysOf = useActionKeys(headingKeys)
  const articles = useLinkableArticles(opened.summary.id)
  const triggers = useMemo(
    () => [
      slashTrigger({ actions: ACTIONS, keysOf, run: session.run }),
      articleTrigger(editor, articles),
      symbolTrigger(editor),
      footnoteTrigger({ editor, show: footnotes.show }),
    ],
    [articles, editor, footnotes.show, keysOf, session],
  )

  useEffect(() => {
    onSession(session)
    if (
      headline.current &&
      document.field('title') === '' &&
      document.content().blocks.length === 0
    ) {
      headline.current.focus()
    } else {
      session.focus(place ?? undefined)
    }
    return () => onSession(null)
    // `place` is where the article was left before this opening; it does not change during it.
  }, [document, onSession, place, session])

  return (
    <div className={styles.page} data-review-mode={mode}>
      <Toolbar
        actions={ACTIONS}
        caret={caret}
        keysOf={keysOf}
        run={session.run}
        onLeave={session.focus}
      >
        {caret.blocks[0] === 'code' ? <CodeLanguage editor={editor} /> : null}
        {caret.blocks[0] === 'attribution' ? (
          <Button onClick={() => setPopup('attribution')}>Who is quoted…</Button>
        ) : null}
        {caret.blocks[0] === 'related' ? (
          <Button onClick={() => setPopup('related')}>Articles…</Button>
        ) : null}
      </Toolbar>
      <FindBar finding={finding} />
      {opened.readOnly === undefined ? null : (
        <div className={styles.note} role="status">
          <span>{opened.readOnly}</span>
          <Button onClick={() => void keepMineAsCopy(desk)}>Save a copy</Button>
        </div>
      )}
      <div className={styles.scroller} ref={scroller} data-editor-scroller>
        <div
          className={`article ${styles.sheet}`}
          lang={document.content().meta.lang}
          data-focus-mode={focusMode}
        >
          {document.fieldsLocked === undefined ? null : (
            <details className={styles.frontMatter}>
              <summary>{document.fieldsLocked}</summary>
              <pre>{document.frontMatter()}</pre>
            </details>
          )}
          {hasOwnHeadline ? null : (
            <HeadFields
              document={document}
              steps={steps}
              isLocked={mode === 'reading'}
              headlineRef={headline}
              standfirstRef={standfirst}
              onLeave={() => session.focus({ block: 0, offset: 0, scroll: 0 })}
            />
          )}
          <div className={styles.body} ref={body}>
            <BlockHandle
              editor={editor}
              body={body}
              actions={ACTIONS}
              caret={caret}
              keysOf={keysOf}
              run={session.run}
            />
            <ContentEditable
              className={styles.surface}
              aria-label="Article body"
              aria-placeholder="Write…"
              placeholder={<p className={styles.placeholder}>Write…</p>}
              spellCheck
            />
          </div>
        </div>
      </div>
      {/* Where an address is asked for, tools beside it would only be in the way. */}
      {popup === 'link' ? null : (
        <SelectionBar
          editor={editor}
          actions={ACTIONS}
          caret={caret}
          keysOf={keysOf}
          run={session.run}
        />
      )}
      <MarkHint session={session} editor={editor} />
      <Typeahead editor={editor} triggers={triggers} />
      {footnotes.open === null ? null : (
        <FootnotePopup
          key={footnotes.open.label}
          editor={editor}
          open={footnotes.open}
          onClose={footnotes.close}
        />
      )}
      {popup === 'attribution' ? <AttributionPopup editor={editor} onClose={closePopup} /> : null}
      {popup === 'related' ? (
        <RelatedPopup editor={editor} articles={articles} onClose={closePopup} />
      ) : null}
      {popup === 'link' ? (
        <LinkEditor editor={editor} articles={articles} onClose={closePopup} />
      ) : null}
    </div>
  )
}
