import { type CommandName, commands } from '../../../shared/api/commands'
import type { ArticleSummary } from '../../../shared/domain/article'
import { copiesIn, copiesOf } from '../../../shared/domain/libraryCopies'
import { chooseImport } from '../../importing/chooseImport'
import { keepMineAsCopy, saveByHand, showVersions } from '../../state/actions/articleConflict'
import { compareWithLast } from '../../state/actions/comparing'
import { compareWithCopy } from '../../state/actions/conflictCopies'
import { duplicateArticle, trashArticle } from '../../state/actions/libraryFiling'
import { chooseLibrary, openSamples } from '../../state/actions/libraryOpening'
import {
  decideItem,
  decideSelection,
  decideWhere,
  setReviewMode,
  startComment,
  stepReview,
} from '../../state/actions/reviewing'
import { changeSettings } from '../../state/actions/settings'
import type { ArticleSession } from '../../state/articleSession'
import type { Desk } from '../../state/desk'
import { type DialogState, showDialog } from '../../state/dialogStore'
import { DEFAULT_LAYOUT } from '../../state/layoutStore'
import { libraryOf } from '../../state/libraryStore'
import { toggleFullScreen } from '../../ui/fullScreen'
import { deskKeys } from '../keys/deskKeys'
import { focusFilter, focusPane, focusTools, movePane, ROOM_FOR_BOTH, showCounts } from '../panes'
import type { Command } from './command'

interface Doing {
  run(): void
  isEnabled?(): boolean
  isChecked?(): boolean
}

const SMALLEST_TEXT = 14
const LARGEST_TEXT = 28
const USUAL_TEXT = DEFAULT_LAYOUT.textSize

/** Reading files from elsewhere is loaded when it is wanted. */
async function importChosen(desk: Desk): Promise<void> {
  const files = await chooseImport()
  if (files.length === 0) return
  const { importInto } = await import('../../state/actions/importing')
  await importInto(desk, files)
}

/** Making HTML is loaded when it is wanted, soon enough for the key press to still allow the copy. */
async function copyOpenArticle(desk: Desk): Promise<void> {
  const { copyArticle } = await import('../../publish/copying')
  copyArticle(desk)
}

/** What each of the desk's own commands does. */
function doings(desk: Desk): Readonly<Record<CommandName, Doing>> {
  const { stores } = desk
  const show = (dialog: DialogState) => showDialog(stores.dialog, dialog)
  const layout = () => stores.layout.getState()
  const hasLibrary = () => libraryOf(stores.library.getState().load) !== null
  const hasArticle = () => stores.article.getState().summary !== null
  /** The copy that a sync program made of the open article, or the open article if it is one. */
  const openCopy = () => {
    const { summary } = stores.article.getState()
    const { articles } = stores.library.getState()
    if (summary === null) return undefined
    return copiesOf(articles, summary)[0] ?? copiesIn(articles).get(summary.id)
  }
  const withArticle = (act: (article: ArticleSummary) => void): Doing => ({
    isEnabled: hasArticle,
    run: () => {
      const { summary } = stores.article.getState()
      if (summary !== null) act(summary)
    },
  })
  const withSession = (act: (session: ArticleSession) => void): Doing => ({
    isEnabled: () => stores.article.getState().session !== null,
    run: () => {
      const { session } = stores.article.getState()
      if (session !== null) act(session)
    },
  })
  const theme = (name: 'system' | 'light' | 'dark'): Doing => ({
    isChecked: () => layout().theme === name,
    run: () => void changeSettings(desk, { theme: name }),
  })
  const focusMode = (mode: 'paragraph' | 'sentence'): Doing => ({
    isChecked: () => layout().focusMode === mode,
    run: () => void changeSettings(desk, { focusMode: layout().focusMode === mode ? 'off' : mode }),
  })
  const textWidth = (width: 'narrow' | 'normal' | 'wide'): Doing => ({
    isChecked: () => layout().textWidth === width,
    run: () => void changeSettings(desk, { textWidth: width }),
  })
  const textSize = (step: number): Doing => ({
    run: () => {
      const size = Math.min(LARGEST_TEXT, Math.max(SMALLEST_TEXT, layout().textSize + step))
      void changeSettings(desk, { textSize: size })
    },
  })

  // History and, in most windows, review stand in the preview's place: to show one is to close the other.
  const isCoveredByReview = (): boolean =>
    stores.review.getState().isShown && !window.matchMedia(ROOM_FOR_BOTH).matches
  const isPreviewSeen = (): boolean =>
    layout().previewShown && !layout().historyShown && !isCoveredByReview()
  const uncoverPreview = (): void => {
    if (isCoveredByReview()) stores.review.setState({ isShown: false })
  }

  const side = (name: 'details' | 'checks'): Doing => ({
    isEnabled: hasLibrary,
    isChecked: () => isPreviewSeen() && layout().side === name,
    run: () => {
      const isShown = isPreviewSeen() && layout().side === name
      const next = isShown ? 'preview' : name
      uncoverPreview()
      void changeSettings(desk, { side: next, previewShown: true, historyShown: false })
      if (!isShown) focusPane('preview')
    },
  })
  const reviewOf = () => stores.article.getState().session?.review ?? null
  const withReview = (run: () => void): Doing => ({ isEnabled: () => reviewOf() !== null, run })
  const current = (decision: 'accept' | 'reject'): Doing =>
    withReview(() => {
      const id = stores.review.getState().current
      if (id === null) decideSelection(desk, decision)
      else decideItem(desk, id, decision)
    })
  const mode = (name: 'suggesting' | 'reading'): Doing => ({
    ...withReview(() => setReviewMode(desk, reviewOf()?.mode() === name ? 'editing' : name)),
    isChecked: () => reviewOf()?.mode() === name,
  })
  const all = (decision: 'accept' | 'reject'): Doing =>
    withReview(() => void decideWhere(desk, () => true, decision))

  return {
    'article.new': {
      isEnabled: hasLibrary,
      run: () => show({ kind: 'new', folder: stores.article.getState().summary?.folder ?? '' }),
    },
    'article.goto': {
      isEnabled: hasLibrary,
      run: () => show({ kind: 'palette', shows: 'articles' }),
    },
    'article.import': {
      isEnabled: hasLibrary,
      run: () => void importChosen(desk),
    },
    'article.save': { isEnabled: hasArticle, run: () => void saveByHand(desk) },
    'article.compare': {
      isEnabled: () => stores.article.getState().trouble.kind === 'differs',
      run: () => void showVersions(desk),
    },
    'article.compareCopy': {
      isEnabled: () => openCopy() !== undefined,
      run: () => {
        const copy = openCopy()
        if (copy !== undefined) void compareWithCopy(desk, copy)
      },
    },
    'article.compareWith': withSession((session) => void compareWithLast(desk, session.id)),
    'article.rename': withArticle((article) => show({ kind: 'rename', article })),
    'article.saveCopy': { isEnabled: hasArticle, run: () => void keepMineAsCopy(desk) },
    'article.duplicate': withArticle((article) => void duplicateArticle(desk, article)),
    'article.move': withArticle((article) => show({ kind: 'move', article })),
    'article.trash': withArticle((article) => void trashArticle(desk, article)),
    'library.open': { run: () => void chooseLibrary(desk) },
    'library.samples': { run: () => void openSamples(desk) },
    'settings.open': { run: () => show({ kind: 'settings' }) },
    'palette.open': { run: () => show({ kind: 'palette', shows: 'commands' }) },
    'article.heading': withSession(() => show({ kind: 'palette', shows: 'headings' })),
    'find.open': withSession((session) => session.finding.open('find')),
    'find.replace': withSession((session) => session.finding.open('replace')),
    'find.next': withSession((session) => session.finding.step(1)),
    'find.previous': withSession((session) => session.finding.step(-1)),
    'review.suggest': mode('suggesting'),
    'review.read': mode('reading'),
    'review.pane': {
      ...withReview(() =>
        stores.review.setState(({ isShown }) => ({ isShown: !isShown, commenting: null })),
      ),
      isChecked: () => stores.review.getState().isShown,
    },
    'review.comment': withReview(() => startComment(desk, 'selection')),
    'review.commentBlock': withReview(() => startComment(desk, 'block')),
    'review.commentArticle': withReview(() => startComment(desk, 'article')),
    'review.next': withReview(() => stepReview(desk, 1)),
    'review.previous': withReview(() => stepReview(desk, -1)),
    'review.accept': current('accept'),
    'review.reject': current('reject'),
    'review.acceptSelection': withReview(() => decideSelection(desk, 'accept')),
    'review.rejectSelection': withReview(() => decideSelection(desk, 'reject')),
    'review.acceptAll': all('accept'),
    'review.rejectAll': all('reject'),
    'review.merge': withReview(() => show({ kind: 'returned' })),
    'view.library': {
      isEnabled: hasLibrary,
      isChecked: () => layout().libraryShown,
      run: () => void changeSettings(desk, { libraryShown: !layout().libraryShown }),
    },
    'view.outline': {
      isEnabled: hasLibrary,
      isChecked: () => layout().outlineShown,
      run: () => void changeSettings(desk, { outlineShown: !layout().outlineShown }),
    },
    'view.history': {
      isEnabled: hasArticle,
      isChecked: () => layout().historyShown,
      run: () => {
        const historyShown = !layout().historyShown
        void changeSettings(desk, { historyShown })
        if (historyShown) focusPane('history')
        else stores.article.getState().session?.focus()
      },
    },
    'view.preview': {
      isEnabled: hasLibrary,
      isChecked: isPreviewSeen,
      run: () => {
        const isSeen = isPreviewSeen()
        uncoverPreview()
        void changeSettings(desk, { previewShown: !isSeen, historyShown: false })
      },
    },
    'view.details': side('details'),
    'view.checks': side('checks'),
    'view.reading': withSession(() => show({ kind: 'reading' })),
    'view.nextPane': { isEnabled: hasLibrary, run: () => movePane(desk, 1) },
    'view.previousPane': { isEnabled: hasLibrary, run: () => movePane(desk, -1) },
    'view.tools': withSession(focusTools),
    'view.counts': withSession(showCounts),
    'view.filter': {
      isEnabled: hasLibrary,
      run: () => {
        if (!layout().libraryShown) void changeSettings(desk, { libraryShown: true })
        focusFilter()
      },
    },
    'view.themeSystem': theme('system'),
    'view.themeLight': theme('light'),
    'view.themeDark': theme('dark'),
    'view.focusParagraph': focusMode('paragraph'),
    'view.focusSentence': focusMode('sentence'),
    'view.typewriter': {
      isChecked: () => layout().typewriter,
      run: () => void changeSettings(desk, { typewriter: !layout().typewriter }),
    },
    // In a window of its own the native menu has it.
    'view.fullScreen': {
      isEnabled: () => desk.host.host === 'browser',
      isChecked: () => document.fullscreenElement !== null,
      run: () => void toggleFullScreen(),
    },
    'view.textReset': { run: () => void changeSettings(desk, { textSize: USUAL_TEXT }) },
    'view.widthNarrow': textWidth('narrow'),
    'view.widthNormal': textWidth('normal'),
    'view.widthWide': textWidth('wide'),
    'view.textLarger': textSize(1),
    'view.textSmaller': textSize(-1),
    'export.open': withArticle((article) => show({ kind: 'export', article, format: 'html' })),
    'export.html': withArticle((article) => show({ kind: 'export', article, format: 'html' })),
    'export.markdown': withArticle((article) =>
      show({ kind: 'export', article, format: 'markdown' }),
    ),
    'export.many': { isEnabled: hasLibrary, run: () => show({ kind: 'exportMany' }) },
    'export.copy': withArticle(() => void copyOpenArticle(desk)),
    'help.keys': { run: () => show({ kind: 'keys' }) },
  }
}

const always = () => true

export function createDeskCommands(desk: Desk): readonly Command[] {
  const does = doings(desk)
  return (Object.keys(commands) as CommandName[]).map((name) => {
    const face = commands[name]
    const { run, isEnabled = always, isChecked } = does[name]
    return {
      name,
      label: face.label,
      menu: face.menu,
      keys: deskKeys(desk.host, name),
      keywords: 'keywords' in face ? face.keywords : [],
      startsGroup: 'startsGroup' in face,
      scope: 'desk',
      isEnabled,
      isChecked,
      run,
    }
  })
}
