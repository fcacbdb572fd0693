import type { Element } from 'hast'
import type { Schema } from 'hast-util-sanitize'
import type { Paragraph } from 'mdast'
import { defaultHandlers, type Handler, type Handlers } from 'mdast-util-to-hast'
import type { HtmlRules } from '../../features/feature'

/** The features' rules made one: how each construct becomes HTML, and all that may be in that HTML. */
export interface GatheredRules {
  readonly handlers: Handlers
  readonly schema: Schema
}

/** Elements whose content is no text for a reader; of any other unknown element only the tags go. */
const STRIPPED = [
  ...['applet', 'audio', 'canvas', 'embed', 'frame', 'frameset', 'iframe', 'math', 'noembed'],
  ...['noframes', 'noscript', 'object', 'script', 'select', 'style', 'svg', 'template', 'video'],
]

/** A cell or a row outside its table would break out of whatever surrounds it. */
const ANCESTORS = Object.fromEntries([
  ...['caption', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'].map((name) => [name, ['table']]),
  ...['dd', 'dt'].map((name) => [name, ['dl']]),
  ['li', ['ol', 'ul']],
  ['summary', ['details']],
  ['figcaption', ['figure']],
])

function mergeLists<T>(
  lists: readonly (Readonly<Record<string, readonly T[] | null | undefined>> | null | undefined)[],
): Record<string, T[]> {
  const merged: Record<string, T[]> = {}
  for (const list of lists) {
    for (const [name, values] of Object.entries(list ?? {})) {
      merged[name] = [...(merged[name] ?? []), ...(values ?? [])]
    }
  }
  return merged
}

type Attributes = NonNullable<Schema['attributes']>
type Definitions = Attributes[string]

/**
 * The sanitiser heeds only the first definition of an attribute, so the values that several
 * features allow for one attribute of one element are joined. A definition without values allows any.
 */
function joinDefinitions(definitions: Definitions): Definitions {
  const joined = new Map<string, Definitions[number]>()
  for (const definition of definitions) {
    const [name, ...values] = typeof definition === 'string' ? [definition] : definition
    const known = joined.get(name)
    const isOpen = values.length === 0 || typeof known === 'string'
    const others = typeof known === 'object' ? known.slice(1) : []
    joined.set(name, isOpen ? name : [name, ...others, ...values])
  }
  return [...joined.values()]
}

/** One feature makes a paragraph, and each other one may put something around it. */
function paragraphHandler(own: Handler | undefined, rules: readonly HtmlRules[]): Handler {
  const make: Handler = own ?? defaultHandlers.paragraph
  const around = rules.flatMap((rule) => rule.around ?? [])
  return (state, node: Paragraph, parent) => {
    const made = make(state, node, parent)
    if (made === undefined || made === null || Array.isArray(made) || made.type !== 'element') {
      return made
    }
    return around.reduce((element: Element, { paragraph }) => paragraph(node, element), made)
  }
}

/** Every key of the schema is given: one left out would take the sanitiser's own, looser default. */
export function gatherRules(rules: readonly HtmlRules[]): GatheredRules {
  const allows = rules.map((rule) => rule.allow)
  const handlers: Handlers = Object.assign({}, ...rules.map((rule) => rule.handlers))
  const attributes = mergeLists(allows.map((allow) => allow?.attributes))
  return {
    handlers: { ...handlers, paragraph: paragraphHandler(handlers.paragraph, rules) },
    schema: {
      allowComments: false,
      allowDoctypes: false,
      ancestors: ANCESTORS,
      attributes: Object.fromEntries(
        Object.entries(attributes).map(([name, each]) => [name, joinDefinitions(each)]),
      ),
      clobber: [],
      clobberPrefix: '',
      protocols: mergeLists(allows.map((allow) => allow?.protocols)),
      required: {},
      strip: STRIPPED,
      tagNames: [...new Set(allows.flatMap((allow) => allow?.tagNames ?? []))],
    },
  }
}
