import type { MdastExportRule, MdastImportRule } from '@lexical/mdast'
import type { Element } from 'hast'
import type { Schema } from 'hast-util-sanitize'
import type { AnyLexicalExtensionArgument, LexicalEditor } from 'lexical'
import type { Paragraph, Root } from 'mdast'
import type { Handlers as HastHandlers } from 'mdast-util-to-hast'
import type { Options as ToMarkdownExtension } from 'mdast-util-to-markdown'

/** How a construct is read from and written to Markdown trees. One import rule per mdast type in the whole list. */
export interface MarkdownRules {
  /**
   * Runs over a parsed tree before it is read into the editor: notes in `data` how things were
   * written, gathers nodes into a construct of its own, or marks with `data.verbatim` what the
   * editor cannot represent, so that the opaque feature keeps it. `source` is the parsed text.
   */
  readonly prepare?: (tree: Root, source: string) => void
  readonly importRules?: readonly MdastImportRule[]
  readonly exportRules?: readonly MdastExportRule[]
  readonly toMarkdown?: readonly ToMarkdownExtension[]
}

/** How a construct becomes HTML, and what of that HTML the sanitiser lets through. */
export interface HtmlRules {
  /** mdast type → hast, for `mdast-util-to-hast`. */
  readonly handlers?: HastHandlers
  /** Looks at what a paragraph became, whoever made it, and may put it into something. */
  readonly around?: { readonly paragraph: (node: Paragraph, made: Element) => Element }
  /** Added to the strict base allow-list: tag names, attributes, protocols. */
  readonly allow?: Pick<Schema, 'tagNames' | 'attributes' | 'protocols'>
}

/** What an action may ask of the place it runs in; the renderer provides it, tests pass their own. */
export interface ActionHost {
  /** What the caret is in now. */
  caret(): CaretState
  /** Lets the person pick a picture; the path is relative to the article. `null` when dismissed. */
  choosePicture(): Promise<{ readonly src: string } | null>
  /** Opens the link editor at the selection. */
  editLink(): void
  /** Opens a footnote for writing beside its mark; without it the caret goes to the footnote. */
  editFootnote?(label: string): void
  /** Opens the line that names who is quoted, at the caret, as fields. */
  editAttribution?(): void
  /** The language that the article is in, as its front matter has it. */
  language?(): string | undefined
  /** Opens the line at the caret that leads on to other articles, to choose them. */
  editRelated?(): void
}

/** Keys as written in the key sheet: `Mod` is Cmd on a Mac and Ctrl elsewhere, e.g. `Mod+Shift+7`; `mac:` or `pc:` before one keeps it to that platform. Digits match by `event.code`. */
export type Shortcut = string

/** What the caret is in, for showing an action as pressed. */
export interface CaretState {
  /** Type names of the block at the caret and its ancestors, innermost first: `paragraph`, `h2`, `quote`, `bullet`, `number`, `check`, `code`, `table` … */
  readonly blocks: readonly string[]
  /** Inline formats and links at the caret: `bold`, `italic`, `strikethrough`, `code`, `link`. */
  readonly marks: ReadonlySet<string>
}

/** One thing a person can do: the toolbar, slash menu, palette, native menu and key sheet are views of these. */
export interface Action {
  /** Stable name, `feature.verb`: `heading.2`, `format.bold`. */
  readonly name: string
  readonly label: string
  /** Words a person may search for in the menus, besides the label. */
  readonly keywords: readonly string[]
  /** Name of a lucide icon in kebab-case. */
  readonly icon: string
  /** By key preset; `document` is Word's and Google Docs', `markdown` is Typora's and iA Writer's. */
  readonly shortcuts?: {
    readonly document: readonly Shortcut[]
    readonly markdown?: readonly Shortcut[]
  }
  /** Where it shows. `block` actions appear in the slash and turn-into menus, `insert` ones in the slash menu. */
  readonly group: 'format' | 'block' | 'insert' | 'table' | 'edit' | 'history'
  readonly inToolbar?: boolean
  run(editor: LexicalEditor, host: ActionHost): void
  isActive?(state: CaretState): boolean
}

/** One construct of an article, complete: a folder in `shared/features`. */
export interface Feature {
  readonly name: string
  /** Nodes and behaviour, without React. */
  readonly extensions: readonly AnyLexicalExtensionArgument[]
  readonly markdown: MarkdownRules
  readonly html: HtmlRules
  readonly actions: readonly Action[]
}
