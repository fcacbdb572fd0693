import type { Topic } from './usage'

const galley = `Usage: galley COMMAND …

  galley export FILE… --to FORMAT          write articles as web pages, Markdown, Word …
  galley import FILE…                      make articles of Word, web and text files
  galley check FILE…                       tell what is to be seen to before publishing
  galley roundtrip FILE…                   check that opening and saving changes no byte
  galley review FILE --list                what an editor suggested and said in an article
  galley merge BASE MINE THEIRS            bring a returned draft into the writer's own
  galley history FILE                      list the versions of an article that were kept
  galley diff FILE [REVISION] [REVISION]   show what changed, word by word
  galley restore FILE REVISION             make a version the article again
  galley COMMAND --help                    tell more of a command

Exit codes: 0 done, 1 an input is at fault, 2 wrong usage.
`

const exporting = `Usage: galley export FILE… --to FORMAT [options]

Writes each article beside its file: talks.md as talks.html, or as talks.export.md.

  --to html           a complete page that needs no other file
  --to markdown       the text as written
  --to docx           a Word document with real headings, captions and footnotes
  --to epub           a book for e-readers; of several files with --out BOOK.epub
  --to pdf            the page as it prints, through Chromium, Chrome or Edge
  --to text           the words alone

  --review TEXT       of an article under review: accepted (the default) or original, without a
                      trace of markup; marked, with each change, its author, and in Word comments

  HTML:
  --fragment          the article element only, for a page of your own
  --for PLACE         the body only, as wordpress, ghost, substack or medium take it
  --pictures beside   leave the pictures where they are instead of putting them into the page
  --theme NAME        HTML, PDF, EPUB: broadsheet, magazine, plain, or a .css file of your own, of which
                      nothing is used that would load something

  Markdown:
  --profile NAME      as commonmark, gfm, hugo, jekyll, astro, ghost or obsidian read it
  --no-front-matter   the body only

  A folder instead of a file, with --out FOLDER: every article in it, and their pictures. Running it
  again writes only what has changed. An article under embargo is kept back.
  --index             HTML: a page that lists the articles
  --feed              HTML: an RSS feed of the newest
  --site ADDRESS      where the folder is published, for the feed

  -o, --out PATH      write to this file, or into this folder; - prints. What is there is replaced.
  -h, --help          show this

Exit codes: 0 all written, 1 a file could not be read or written, 2 wrong usage.
`

const importing = `Usage: galley import FILE… [--out PATH] [--report]

Makes an article of each file and writes it beside it: talks.docx as talks.md. Nothing is ever
overwritten; a taken name gets a number. Pictures inside are saved beside the article.

  .docx          a Word document; its tracked changes and comments become a review
  .odt           a document of LibreOffice and others
  .html, .htm    a web page: the article of it, without what is around it
  .txt           plain text, with the headings, lists and quotations it seems to have had
  .xml           an export of WordPress, .json one of Ghost: an article for each post

  -o, --out PATH   write to this file, or into this folder; - prints
  --report         say what was kept and what was left out
  -h, --help       show this

Exit codes: 0 all imported, 1 a file could not be read or written, 2 wrong usage.
`

const checking = `Usage: galley check FILE… [--json]

Tells what is to be seen to before an article is published, one line each: file, line, how much it
matters, and the name of the check. Slugs are compared among the files named. The library's own rules
are read from galley-checks.yml in the current folder.

  --json       a list of objects instead: file, line, check, level, message
  -h, --help   show this

Exit codes: 0 nothing but notes, 1 something found or a file that cannot be read, 2 wrong usage.
`

const roundtrip = `Usage: galley roundtrip FILE… [--touch N]

Loads each article into the editor and saves it as if untouched, in memory: the file stays as it is.
Prints “identical FILE”, or the difference.

  --touch N    first append a word to top-level block N (from 1), and tell how many other blocks
               changed by that; it must be none
  -h, --help   show this

Exit codes: 0 no difference, 1 a difference or a file that cannot be read, 2 wrong usage.
`

const review = `Usage: galley review FILE --list [--json]
       galley review FILE --accept all|ID…
       galley review FILE --reject all|ID…

Shows the review in an article's file, or decides suggestions and writes the file back in place.

  --list        every suggestion and comment with its id
  --json        the list for a program
  --accept, --reject   the suggestions with these ids as --list shows them, or all; all leaves the
                clean text, without comments
  -h, --help    show this

Exit codes: 0 done, 1 a file could not be read or written or has no such suggestion, 2 wrong usage.
`

const merge = `Usage: galley merge BASE MINE THEIRS [--out PATH] [--as HANDLE]

BASE is the draft that was sent to an editor, MINE what its writer has made of it since, THEIRS what
came back: an article, or a Word document (.docx) with its tracked changes and comments, which tells
by itself what was sent. What differs from BASE in a document without them is suggested in the name
of who saved it last. Prints one article: the writer's text with the editor's changes as suggestions. Nothing of
either is lost; with every suggestion rejected it is MINE.

  -o, --out PATH   write to this file; what is there is replaced
  --as HANDLE      in whose name changes without a mark are suggested
  -h, --help       show this

Exit codes: 0 done, 1 a file could not be read or written, 2 wrong usage.
`

const history = `Usage: galley history FILE

Lists the versions of the article that its library keeps, newest first: number, time, words added and
removed, length, and the name that somebody gave it.

  -h, --help   show this

Exit codes: 0 done, 1 the file cannot be read or has no history, 2 wrong usage.
`

const diffing = `Usage: galley diff FILE [REVISION] [REVISION]

Shows what changed from one version to another, word by word: [-removed-] {+added+}, in colour on a
terminal. A revision is a number from “galley history”, or a name. With one, it is compared with the
file; with none, the last version that differs from the file is.

  -h, --help   show this

Exit codes: 0 done, 1 the file or the revision cannot be read, 2 wrong usage.
`

const restoring = `Usage: galley restore FILE REVISION

Makes a version the article again. What it replaces is kept in the history, so this can be undone.

  -h, --help   show this

Exit codes: 0 done, 1 the file or the revision cannot be read or written, 2 wrong usage.
`

export const helpTexts: Readonly<Record<Topic, string>> = {
  galley,
  export: exporting,
  import: importing,
  check: checking,
  roundtrip,
  review,
  merge,
  history,
  diff: diffing,
  restore: restoring,
}
