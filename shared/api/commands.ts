/**
 * The desk's own commands as data: what the native menu, the in-page menu, the palette and the key
 * sheet have in common. What each one does is the renderer's business; the actions of the editor
 * (bold, heading 2 …) are not here, they belong to `shared/features`.
 */
export interface CommandFace {
  readonly label: string
  /** The menu it stands in. */
  readonly menu: MenuName
  /** Written as in `Action.shortcuts`; the first that fits the platform (`mac:`, `pc:`) is the one shown. */
  readonly keys?: readonly string[]
  /** Words a person may search for, besides the label. */
  readonly keywords?: readonly string[]
  /** Whether a line is drawn above it in a menu. */
  readonly startsGroup?: boolean
}

export const MENUS = ['File', 'Edit', 'Review', 'View', 'Export', 'Help'] as const
export type MenuName = (typeof MENUS)[number]

/** Command name to its face, in the order of the menus. */
export const commands = {
  // A browser keeps Ctrl+N for its own windows, hence the second binding.
  'article.new': {
    label: 'New article',
    menu: 'File',
    keys: ['Mod+N', 'Alt+Shift+N'],
    keywords: ['create', 'write'],
  },
  'library.open': {
    label: 'Open folder…',
    menu: 'File',
    keys: ['Mod+O'],
    keywords: ['library', 'choose', 'recent'],
  },
  'article.goto': {
    label: 'Go to article…',
    menu: 'File',
    keys: ['Mod+Shift+O'],
    keywords: ['quick open', 'switch', 'find'],
  },
  'article.import': {
    label: 'Import…',
    menu: 'File',
    keywords: ['word', 'docx', 'html', 'wordpress', 'ghost', 'text', 'open'],
  },
  'article.save': { label: 'Save', menu: 'File', keys: ['Mod+S'], startsGroup: true },
  'article.compare': {
    label: 'Compare with the file on disk…',
    menu: 'File',
    keywords: ['conflict', 'versions', 'merge', 'differences'],
  },
  'article.compareCopy': {
    label: 'Compare with a sync program’s copy…',
    menu: 'File',
    keywords: ['conflict', 'versions', 'merge', 'dropbox', 'icloud', 'syncthing', 'onedrive'],
  },
  'article.compareWith': {
    label: 'Compare with…',
    menu: 'File',
    keywords: ['versions', 'differences', 'changes', 'diff', 'redline'],
  },
  'article.rename': { label: 'Rename file…', menu: 'File', keywords: ['name'] },
  'article.saveCopy': {
    label: 'Save as a copy',
    menu: 'File',
    keywords: ['duplicate', 'read-only', 'protected', 'save as'],
  },
  'article.duplicate': { label: 'Duplicate', menu: 'File', keywords: ['copy'] },
  'article.move': { label: 'Move to folder…', menu: 'File' },
  'article.trash': { label: 'Move to trash', menu: 'File', keywords: ['delete', 'remove'] },
  'settings.open': {
    label: 'Settings…',
    menu: 'File',
    keys: ['Mod+,'],
    keywords: ['preferences', 'options'],
    startsGroup: true,
  },

  'palette.open': {
    label: 'Command palette…',
    menu: 'Edit',
    // Firefox keeps Ctrl+Shift+P for a private window.
    keys: ['Mod+Shift+P', 'pc:Alt+Shift+P'],
    keywords: ['commands', 'search'],
  },
  'article.heading': {
    label: 'Go to heading…',
    menu: 'Edit',
    keywords: ['section', 'jump', 'outline'],
    startsGroup: true,
  },
  'find.open': {
    label: 'Find…',
    menu: 'Edit',
    keys: ['Mod+F'],
    keywords: ['search', 'look for'],
  },
  'find.replace': {
    label: 'Find and replace…',
    menu: 'Edit',
    keys: ['pc:Ctrl+H', 'mac:Mod+Alt+F'],
    keywords: ['search', 'substitute', 'change all'],
  },
  'find.next': { label: 'Find next', menu: 'Edit', keys: ['F3', 'Mod+G'], keywords: ['search'] },
  'find.previous': {
    label: 'Find previous',
    menu: 'Edit',
    keys: ['Shift+F3'],
    keywords: ['search', 'back'],
  },

  'review.suggest': {
    label: 'Suggest changes',
    menu: 'Review',
    keys: ['Mod+Shift+G'],
    keywords: ['suggesting', 'editing', 'track changes', 'mode'],
  },
  'review.read': {
    label: 'Read only',
    menu: 'Review',
    keywords: ['reading', 'mode', 'lock'],
  },
  'review.pane': {
    label: 'Suggestions and comments',
    menu: 'Review',
    keys: ['Alt+F8'],
    keywords: ['review', 'show', 'hide', 'pane'],
  },
  'review.comment': {
    label: 'Comment on the selection',
    menu: 'Review',
    keys: ['Mod+Alt+M'],
    keywords: ['note', 'annotate'],
    startsGroup: true,
  },
  'review.commentBlock': {
    label: 'Comment on the block',
    menu: 'Review',
    keywords: ['note', 'paragraph'],
  },
  'review.commentArticle': {
    label: 'Comment on the article',
    menu: 'Review',
    keywords: ['note', 'whole'],
  },
  'review.next': {
    label: 'Next suggestion or comment',
    menu: 'Review',
    keys: ['Alt+F7'],
    startsGroup: true,
  },
  'review.previous': {
    label: 'Previous suggestion or comment',
    menu: 'Review',
    keys: ['Alt+Shift+F7'],
  },
  'review.accept': {
    label: 'Accept suggestion',
    menu: 'Review',
    keys: ['Mod+Alt+Enter'],
    keywords: ['approve'],
    startsGroup: true,
  },
  'review.reject': {
    label: 'Reject suggestion',
    menu: 'Review',
    keys: ['Mod+Alt+Backspace'],
    keywords: ['decline'],
  },
  'review.acceptSelection': { label: 'Accept what is selected', menu: 'Review' },
  'review.rejectSelection': { label: 'Reject what is selected', menu: 'Review' },
  'review.acceptAll': { label: 'Accept all suggestions', menu: 'Review' },
  'review.rejectAll': { label: 'Reject all suggestions', menu: 'Review' },

  'review.merge': {
    label: 'Merge a returned draft…',
    menu: 'Review',
    keywords: ['editor', 'copy', 'combine', 'returned'],
    startsGroup: true,
  },

  'view.library': {
    label: 'Library',
    menu: 'View',
    keys: ['Mod+Shift+L'],
    keywords: ['sidebar', 'articles', 'hide', 'show'],
  },
  'view.preview': {
    label: 'Preview',
    menu: 'View',
    keys: ['Mod+R'],
    keywords: ['hide', 'show', 'reader'],
  },
  'view.history': {
    label: 'History',
    menu: 'View',
    keys: ['Mod+Alt+Shift+H'],
    keywords: ['versions', 'revisions', 'restore', 'compare', 'diff', 'undo'],
  },
  'view.outline': {
    label: 'Outline',
    menu: 'View',
    keys: ['pc:Mod+Shift+1', 'mac:Ctrl+Mod+1'],
    keywords: ['headings', 'sections', 'structure', 'hide', 'show'],
  },
  'view.details': {
    label: 'Details',
    menu: 'View',
    keys: ['Mod+Shift+D'],
    keywords: ['metadata', 'front matter', 'slug', 'tags', 'summary', 'byline'],
  },
  'view.checks': {
    label: 'Before you publish',
    menu: 'View',
    keywords: ['checks', 'problems', 'proof', 'ready'],
  },
  'view.reading': {
    label: 'Reading view',
    menu: 'View',
    keys: ['Mod+Shift+F11'],
    keywords: ['page', 'full screen', 'preview', 'read'],
  },
  'view.nextPane': {
    label: 'Next pane',
    menu: 'View',
    keys: ['F6'],
    keywords: ['focus', 'move'],
    startsGroup: true,
  },
  'view.previousPane': {
    label: 'Previous pane',
    menu: 'View',
    keys: ['Shift+F6'],
    keywords: ['focus', 'move'],
  },
  'view.tools': {
    label: 'Formatting bar',
    menu: 'View',
    keys: ['Alt+F10'],
    keywords: ['toolbar', 'focus', 'move'],
  },
  'view.counts': {
    label: 'Length and goal…',
    menu: 'View',
    keywords: ['words', 'characters', 'count', 'reading time'],
  },
  'view.filter': {
    label: 'Filter the library',
    menu: 'View',
    keys: ['Mod+Shift+F'],
    keywords: ['find', 'search'],
  },
  'view.themeSystem': {
    label: 'Theme: as the system',
    menu: 'View',
    keywords: ['appearance'],
    startsGroup: true,
  },
  'view.themeLight': { label: 'Theme: light', menu: 'View', keywords: ['appearance', 'day'] },
  'view.themeDark': { label: 'Theme: dark', menu: 'View', keywords: ['appearance', 'night'] },
  'view.focusParagraph': {
    label: 'Focus on the paragraph',
    menu: 'View',
    keys: ['F8'],
    keywords: ['focus mode', 'dim', 'distraction', 'concentrate'],
    startsGroup: true,
  },
  'view.focusSentence': {
    label: 'Focus on the sentence',
    menu: 'View',
    keys: ['Shift+F8'],
    keywords: ['focus mode', 'dim', 'distraction', 'concentrate'],
  },
  'view.typewriter': {
    label: 'Typewriter scrolling',
    menu: 'View',
    keys: ['F9'],
    keywords: ['line', 'centre', 'middle'],
  },
  'view.fullScreen': {
    label: 'Full screen',
    menu: 'View',
    keys: ['pc:F11', 'mac:Ctrl+Mod+F'],
    keywords: ['window', 'whole'],
  },
  'view.textLarger': {
    label: 'Larger text',
    menu: 'View',
    keys: ['Mod+=', 'Mod++'],
    keywords: ['size', 'zoom in'],
    startsGroup: true,
  },
  'view.textSmaller': {
    label: 'Smaller text',
    menu: 'View',
    keys: ['Mod+-'],
    keywords: ['size', 'zoom out'],
  },
  'view.textReset': {
    label: 'Usual text size',
    menu: 'View',
    keywords: ['zoom', 'reset'],
  },
  'view.widthNarrow': {
    label: 'Text width: narrow',
    menu: 'View',
    keywords: ['line', 'column', 'measure'],
    startsGroup: true,
  },
  'view.widthNormal': { label: 'Text width: normal', menu: 'View', keywords: ['line', 'column'] },
  'view.widthWide': { label: 'Text width: wide', menu: 'View', keywords: ['line', 'column'] },

  'export.open': {
    label: 'Export…',
    menu: 'Export',
    keys: ['Mod+Shift+E'],
    keywords: ['publish', 'save as'],
  },
  'export.html': {
    label: 'Export as HTML…',
    menu: 'Export',
    keywords: ['web', 'page', 'publish'],
    startsGroup: true,
  },
  'export.markdown': {
    label: 'Export as Markdown…',
    menu: 'Export',
    keywords: ['commonmark', 'publish'],
  },

  'export.many': {
    label: 'Export many articles…',
    menu: 'Export',
    keywords: ['folder', 'site', 'library', 'book', 'epub', 'feed', 'index'],
  },
  'export.copy': {
    label: 'Copy as rich text',
    menu: 'Export',
    keywords: ['clipboard', 'html', 'paste'],
    startsGroup: true,
  },

  'help.keys': {
    label: 'Keyboard shortcuts',
    menu: 'Help',
    keys: ['Mod+Shift+/', 'F1'],
    keywords: ['keys', 'help'],
  },
  'library.samples': {
    label: 'Open the sample articles',
    menu: 'Help',
    keywords: ['examples', 'tour'],
  },
} as const satisfies Record<string, CommandFace>

export type CommandName = keyof typeof commands
