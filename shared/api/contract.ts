import * as v from 'valibot'
import { PAGE_DESIGN_NAMES } from '../domain/pageThemes'
import { historyMethods } from './historyMethods'
import { journalMethods } from './journalMethods'
import { publishMethods } from './publishMethods'
import {
  ArticleIdSchema,
  FolderIdSchema,
  MAX_ARTICLE_LENGTH,
  Nothing,
  RevisionSchema,
} from './values'

export { MAX_ARTICLE_LENGTH }

/** What a picture may be; told from its bytes, never from its name. */
export const PICTURE_TYPES = [
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
  'image/svg+xml',
] as const
export type PictureType = (typeof PICTURE_TYPES)[number]

/** Largest picture that is shown or added, in bytes. */
export const MAX_PICTURE_BYTES = 25 * 1024 * 1024
const MAX_PICTURE_BASE64 = Math.ceil(MAX_PICTURE_BYTES / 3) * 4

/** A file's own name: no separators, no control characters. The backend checks the platform's rules. */
const FileName = v.pipe(v.string(), v.minLength(1), v.maxLength(255), v.regex(/^[^/\\\p{Cc}]+$/u))
/** A folder inside the library, `/` between parts, `''` for the top; `..` is refused by the backend. */
const LibraryFolder = v.pipe(v.string(), v.maxLength(4096))

const Summary = v.object({
  id: ArticleIdSchema,
  fileName: v.string(),
  folder: v.string(),
  title: v.string(),
  standfirst: v.string(),
  excerpt: v.string(),
  status: v.string(),
  /** Handle of who is to look at it now; absent when nobody is. */
  reviewer: v.optional(v.string()),
  /** As the front matter has it; absent without one. */
  slug: v.optional(v.string()),
  words: v.number(),
  modified: v.number(),
  size: v.number(),
  problem: v.optional(v.string()),
})

const Library = v.object({
  folder: FolderIdSchema,
  /** Last part of the folder's path. */
  name: v.string(),
  /** For a person to read; never sent back. */
  displayPath: v.string(),
})

/** One folder as a place to browse: where it is, what holds it and what it holds. */
const Folder = v.object({
  folder: FolderIdSchema,
  displayPath: v.string(),
  parent: v.nullable(FolderIdSchema),
  children: v.array(v.object({ folder: FolderIdSchema, name: v.string(), articles: v.number() })),
})

const Opened = v.object({
  summary: Summary,
  text: v.pipe(v.string(), v.maxLength(MAX_ARTICLE_LENGTH)),
  revision: RevisionSchema,
  readOnly: v.optional(v.string()),
})

// valibot's own base64 check overflows the stack at some ten million characters.
const Base64 = v.pipe(
  v.string(),
  v.maxLength(MAX_PICTURE_BASE64),
  v.check((text) => text.length % 4 === 0 && !/[^A-Za-z0-9+/=]/.test(text), 'it is not Base64'),
)

export const SIDES = ['preview', 'details', 'checks'] as const
export const DEVICES = ['pane', 'phone', 'tablet', 'desktop'] as const

/**
 * What the writer left: which library and article were open, caret and scroll per article, and how
 * the desk is laid out. Unknown keys are kept out, so that an old or damaged file cannot break a start.
 */
export const Settings = v.object({
  theme: v.optional(v.picklist(['system', 'light', 'dark']), 'system'),
  previewShown: v.optional(v.boolean(), true),
  historyShown: v.optional(v.boolean(), false),
  libraryShown: v.optional(v.boolean(), true),
  outlineShown: v.optional(v.boolean(), false),
  /** What stands at the side of the article. */
  side: v.optional(v.picklist(SIDES), 'preview'),
  /** How wide the preview's page is: as the pane, or as a device's. */
  previewDevice: v.optional(v.picklist(DEVICES), 'pane'),
  /** How the page looks, in the preview and exported. */
  pageDesign: v.optional(v.picklist(PAGE_DESIGN_NAMES), 'broadsheet'),
  headingKeys: v.optional(v.picklist(['document', 'markdown']), 'document'),
  textSize: v.optional(v.pipe(v.number(), v.minValue(12), v.maxValue(32)), 19),
  /** How wide a line of the page is. */
  textWidth: v.optional(v.picklist(['narrow', 'normal', 'wide']), 'normal'),
  /** What stays clear while the rest of the page steps back. */
  focusMode: v.optional(v.picklist(['off', 'paragraph', 'sentence']), 'off'),
  /** Whether the line being written stays in one place. */
  typewriter: v.optional(v.boolean(), false),
  /** Whether quotation marks, dashes and dots are printed as the article's language does. */
  smartTyping: v.optional(v.boolean(), true),
  /** The person's own name, for bylines and review; `''` until given. */
  author: v.optional(v.string(), ''),
  /** What stands after the `@` in a review; made from the name while it is `''`. */
  handle: v.optional(v.pipe(v.string(), v.maxLength(40)), ''),
  /** The person's colour in a review; `''` until one is chosen. */
  colour: v.optional(v.picklist(['', 'blue', 'orange', 'green', 'purple', 'rose', 'slate']), ''),
  /** How the library is ordered: by title, by last change (newest first) or by status. */
  sort: v.optional(v.picklist(['title', 'changed', 'status']), 'changed'),
  /** For so many days one version an hour stays in the history, and for so many one a day. */
  historyHourlyDays: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(3650)), 7),
  historyDailyDays: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(36500)), 365),
  /** Widths of the side panes in percent of the window. */
  libraryWidth: v.optional(v.pipe(v.number(), v.minValue(5), v.maxValue(60)), 22),
  previewWidth: v.optional(v.pipe(v.number(), v.minValue(10), v.maxValue(70)), 34),
})

/** Where a person was in one article. Blocks are counted from 0 at the top of the body. */
export const Place = v.object({
  block: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Caret offset in characters of the block's text. */
  offset: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Scroll position of the editor in CSS pixels. */
  scroll: v.pipe(v.number(), v.minValue(0)),
})

/** Method name to its input and output schema: everything a renderer can ask of a backend. */
export const contract = {
  'app.info': {
    input: Nothing,
    output: v.object({
      version: v.string(),
      host: v.picklist(['electron', 'browser', 'cli']),
      platform: v.picklist(['mac', 'windows', 'linux']),
      /** Whether `library.choose` and `exports.choose` can show the system's own dialogs. */
      nativeDialogs: v.boolean(),
      /** Where a trashed article goes: the desktop's own trash, or a `.trash` folder in the library. */
      trash: v.picklist(['system', 'folder']),
    }),
  },
  /**
   * Answers `app.closing`. `saved`: the page may go, its work is saved or its person gave it up.
   * `asking`: its person is being asked, so waiting has no limit now. `staying`: it was told not to go.
   */
  'app.closed': {
    input: v.object({ answer: v.optional(v.picklist(['saved', 'asking', 'staying']), 'saved') }),
    output: Nothing,
  },
  'settings.get': { input: Nothing, output: Settings },
  'settings.set': { input: v.partial(Settings), output: Settings },

  'folders.browse': {
    /** Lists the folders inside one (the person's home when absent), to pick a library in the page. */
    input: v.object({ folder: v.optional(FolderIdSchema) }),
    output: Folder,
  },
  /** Makes an empty folder inside one that was browsed, and answers as if it had been browsed. */
  'folders.create': {
    input: v.object({ parent: FolderIdSchema, name: FileName }),
    output: Folder,
  },
  'library.recent': { input: Nothing, output: v.array(Library) },
  /** The library that is open, or null on a first start. Reopens the last one. */
  'library.current': { input: Nothing, output: v.nullable(Library) },
  'library.open': { input: v.object({ folder: FolderIdSchema }), output: Library },
  /** Shows the system's folder dialog; `cancelled` when dismissed, `unavailable` without native dialogs. */
  'library.choose': { input: Nothing, output: Library },
  /** Copies the sample articles into `folder` (default: a `Galley` folder under the documents folder) and opens it. */
  'library.samples': { input: v.object({ folder: v.optional(FolderIdSchema) }), output: Library },
  'library.list': {
    input: Nothing,
    output: v.object({
      articles: v.array(Summary),
      folders: v.array(v.string()),
      /** Sentences about parts of the library that could not be read. */
      problems: v.array(v.string()),
    }),
  },

  'articles.open': { input: v.object({ id: ArticleIdSchema }), output: Opened },
  /** Compare-and-swap: `conflict` (details: `theirs`, the revision found) when the file is not at `base`. */
  'articles.save': {
    input: v.object({
      id: ArticleIdSchema,
      base: RevisionSchema,
      text: v.pipe(v.string(), v.maxLength(MAX_ARTICLE_LENGTH)),
    }),
    output: v.object({ revision: RevisionSchema, summary: Summary }),
  },
  /**
   * Makes the file of an article again that was deleted by another program, with this text and in its
   * old place. `conflict` when something is there.
   */
  'articles.recreate': {
    input: v.object({
      id: ArticleIdSchema,
      text: v.pipe(v.string(), v.maxLength(MAX_ARTICLE_LENGTH)),
    }),
    output: v.object({ revision: RevisionSchema, summary: Summary }),
  },
  /** A folder that does not exist yet is made. */
  'articles.create': {
    input: v.object({ folder: LibraryFolder, title: v.pipe(v.string(), v.maxLength(1000)) }),
    output: Opened,
  },
  'articles.rename': {
    input: v.object({ id: ArticleIdSchema, fileName: FileName }),
    output: Summary,
  },
  /** A folder that does not exist yet is made. */
  'articles.move': {
    input: v.object({ id: ArticleIdSchema, folder: LibraryFolder }),
    output: Summary,
  },
  /** Lets links follow articles that another program renamed or moved, as `links.left` offered it. */
  'links.follow': { input: v.object({ offer: v.string() }), output: Nothing },
  'articles.duplicate': { input: v.object({ id: ArticleIdSchema }), output: Summary },
  /** Makes articles of a file from elsewhere; nothing that is there is replaced. */
  'articles.import': {
    input: v.object({
      folder: LibraryFolder,
      fileName: FileName,
      base64: Base64,
      /** Decisions about a plain text's structure that the person declined. */
      declined: v.optional(v.array(v.pipe(v.number(), v.integer())), []),
    }),
    output: v.object({
      articles: v.array(
        v.object({
          summary: Summary,
          /** Sentences about what was kept and what was left out. */
          report: v.array(v.string()),
        }),
      ),
    }),
  },
  /** The text of the article that a Word document would make; nothing is written. */
  'articles.read': {
    input: v.object({ fileName: FileName, base64: Base64 }),
    output: v.object({
      text: v.string(),
      /** Who saved it last and when; `''` where it does not say. */
      saved: v.object({ by: v.string(), at: v.string() }),
    }),
  },
  /** A text of an article as it would come back in a Word document made of it, had nobody touched that. */
  'articles.throughWord': {
    input: v.object({
      id: ArticleIdSchema,
      text: v.pipe(v.string(), v.maxLength(MAX_ARTICLE_LENGTH)),
      fileName: FileName,
    }),
    output: v.object({ text: v.string() }),
  },
  'articles.trash': { input: v.object({ id: ArticleIdSchema }), output: Nothing },
  /** Puts back what `articles.trash` took last; `unavailable` where only the desktop can. */
  'articles.restore': { input: v.object({ id: ArticleIdSchema }), output: Summary },
  'articles.trashed': {
    input: Nothing,
    output: v.array(
      v.object({
        id: ArticleIdSchema,
        fileName: v.string(),
        folder: v.string(),
        trashed: v.number(),
      }),
    ),
  },

  'session.get': {
    input: Nothing,
    output: v.object({ article: v.nullable(ArticleIdSchema) }),
  },
  'session.set': { input: v.object({ article: v.nullable(ArticleIdSchema) }), output: Nothing },
  'session.place': { input: v.object({ id: ArticleIdSchema }), output: v.nullable(Place) },
  'session.setPlace': { input: v.object({ id: ArticleIdSchema, place: Place }), output: Nothing },

  ...historyMethods,
  ...journalMethods,

  /** The bytes of a picture that an article shows, found from its relative path inside the library. */
  'assets.read': {
    input: v.object({ article: ArticleIdSchema, path: v.pipe(v.string(), v.maxLength(4096)) }),
    output: v.object({ type: v.picklist(PICTURE_TYPES), base64: v.string() }),
  },
  /** The pictures in the library, each by its path relative to the article's own folder. */
  'assets.list': {
    input: v.object({ article: ArticleIdSchema }),
    output: v.array(v.object({ path: v.string(), size: v.number() })),
  },
  /** Puts a picture beside an article, under a free name, and answers its path relative to the article. */
  'assets.add': {
    input: v.object({
      article: ArticleIdSchema,
      fileName: FileName,
      base64: Base64,
    }),
    output: v.object({ path: v.string() }),
  },

  /** What the checks before publishing cannot see in the article itself. */
  'checks.facts': {
    /** `files`: addresses of files that the article names, relative to it. */
    input: v.object({
      id: ArticleIdSchema,
      files: v.pipe(v.array(v.pipe(v.string(), v.maxLength(4096))), v.maxLength(5000)),
    }),
    output: v.object({
      /** Those of the addresses at which there is nothing. */
      missing: v.array(v.string()),
      /** The library's own rules as they are written; null when it has none. */
      rules: v.nullable(v.string()),
      /** The library's other articles that have a slug. */
      slugs: v.array(v.object({ slug: v.string(), title: v.string() })),
    }),
  },

  ...publishMethods,
} as const

/** What a backend tells its renderers unasked. */
export const events = {
  /** The list of articles changed on disk or through another window. */
  'library.changed': Nothing,
  /** One article's file is no longer at the revision last seen. */
  'article.changed': v.object({ id: ArticleIdSchema, revision: v.nullable(RevisionSchema) }),
  /** A page saved an article; another page that shows it too reads it again. */
  'article.saved': v.object({ id: ArticleIdSchema, revision: RevisionSchema }),
  /** Another program moved or renamed an article's file; the article keeps its id. */
  'article.moved': v.object({ summary: Summary }),
  /** Other articles linked to one that was renamed or moved, and their links were changed to follow it. */
  'links.followed': v.object({
    fileName: v.string(),
    /** File names of the articles whose links were changed. */
    changed: v.array(v.string()),
    /** File names of those that could not be changed. */
    left: v.array(v.string()),
  }),
  /**
   * Another program renamed or moved articles that others link to, or whose own links and pictures
   * are not found from where they are now. Nothing was written: `links.follow` does it, if the
   * person wants it.
   */
  'links.left': v.object({
    offer: v.string(),
    /** File names. */
    moved: v.array(v.object({ from: v.string(), to: v.string() })),
    /** File names of those that link to them. */
    articles: v.array(v.string()),
    /** File names of those that moved and miss what they link to or show. */
    strayed: v.array(v.string()),
  }),
  /** Asks whether the page of this name runs; the one that has it answers with `journals.here`. */
  'journal.whose': v.object({ page: v.string() }),
  /** How far an export of many articles is. */
  'export.progress': v.object({ job: v.string(), done: v.number(), all: v.number() }),
  /** A command of the native menu, by the command's name in the renderer's own table. */
  'menu.command': v.object({ command: v.string() }),
  /** The host is about to close: save, then answer with `app.closed`. */
  'app.closing': Nothing,
  /** The system asked for a file: show this article, in this library, which may be another than before. */
  'article.show': v.object({ id: ArticleIdSchema, library: Library }),
} as const

export type Contract = typeof contract
export type Method = keyof Contract
export type Input<M extends Method> = v.InferInput<Contract[M]['input']>
export type ParsedInput<M extends Method> = v.InferOutput<Contract[M]['input']>
export type Output<M extends Method> = v.InferOutput<Contract[M]['output']>
export type EventName = keyof typeof events
export type EventPayload<E extends EventName> = v.InferOutput<(typeof events)[E]>

/** What a backend provides: one function a method, given input that has already been checked. */
export type Handlers = { readonly [M in Method]: (input: ParsedInput<M>) => Promise<Output<M>> }

/** What a renderer (or the command line) calls, whichever host carries the messages. Rejects with `AppError`. */
export interface Client {
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  /** Returns the function that ends the subscription. */
  subscribe<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void
}
