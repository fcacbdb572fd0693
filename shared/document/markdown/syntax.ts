import { gfm } from 'micromark-extension-gfm'

type Syntax = ReturnType<typeof gfm>
type Constructs = NonNullable<Syntax['text']>
type Construct = Exclude<NonNullable<Constructs[string]>, readonly unknown[]>

const GFM = gfm()
const LINKS = new Set(['emailAutolink', 'protocolAutolink', 'wwwAutolink'])

/** The records keep their keys, which are characters; a character whose constructs all go, goes. */
function mapConstructs(
  record: Constructs | undefined,
  map: (construct: Construct) => Construct | null,
): Constructs {
  const mapped: Constructs = {}
  for (const [character, entry] of Object.entries(record ?? {})) {
    const kept = [entry ?? []].flat().flatMap((construct) => map(construct) ?? [])
    if (kept.length > 0) mapped[character] = kept
  }
  return mapped
}

const isLink = ({ name }: Construct): boolean => LINKS.has(name ?? '')
const NO_LINKS = mapConstructs(GFM.text, (each) => (isLink(each) ? null : each))
const NO_TABLES = mapConstructs(GFM.flow, (each) => (each.name === 'table' ? null : each))

/** A table has a row that says how its columns are aligned; one without bars has a colon in it. */
const MAY_HOLD_TABLE = /\||:-|-:/
const LINK_START = /www\.|https?:\/\//gi
const BEFORE_AT = /[a-z\d.+_-]/i

/** Where a bare address may begin: at its first characters, or in the word before an `@`. */
function linkStarts(markdown: string): Set<number> {
  const starts = new Set<number>()
  for (const { index } of markdown.matchAll(LINK_START)) starts.add(index)
  for (let at = markdown.indexOf('@'); at >= 0; at = markdown.indexOf('@', at + 1)) {
    for (let start = at - 1; BEFORE_AT.test(markdown[start] ?? ''); start--) starts.add(start)
  }
  return starts
}

/** Every word is one that an address may begin with; only those that one does begin with are tried. */
function linksAt(starts: ReadonlySet<number>): Constructs {
  return mapConstructs(GFM.text, (construct) => {
    const { previous } = construct
    if (!isLink(construct) || previous === undefined) return construct
    return {
      ...construct,
      previous(code) {
        return starts.has(this.now().offset) && previous.call(this, code)
      },
    }
  })
}

function textOf(markdown: string): Constructs {
  // A mark of byte order at the start is not counted among the characters.
  if (markdown.startsWith('\uFEFF')) return GFM.text ?? {}
  const starts = linkStarts(markdown)
  return starts.size === 0 ? NO_LINKS : linksAt(starts)
}

/** GFM as far as it can be in a text: what is not in it need not be looked for at every word and line. */
export function syntaxFor(markdown: string): Syntax {
  return {
    ...GFM,
    text: textOf(markdown),
    flow: MAY_HOLD_TABLE.test(markdown) ? (GFM.flow ?? {}) : NO_TABLES,
  }
}
