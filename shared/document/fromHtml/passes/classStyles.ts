import type { Element, Root } from 'hast'
import { withoutBetween } from '../../../text/runs'
import { attribute, changeElements, classesOf, elementsIn, textIn } from '../tree'

const MOST_RULES = 2_000

/** Rules for one class each, as Apple's programs write them: `p.p1 {font: 24.0px Helvetica}`. */
function rulesIn(tree: Root): ReadonlyMap<string, string> {
  const css = elementsIn(tree)
    .filter((node) => node.tagName === 'style')
    .map(textIn)
    .join('\n')
  const rules = new Map<string, string>()
  for (const [, selectors = '', body = ''] of withoutBetween(css, '/*', '*/')
    .replace(/<!--|-->/g, '')
    .matchAll(/([^{}@;]{1,400})\{([^{}]{0,2000})\}/g)) {
    for (const selector of selectors.split(',')) {
      const name = /^\s*([a-z0-9]*\.[\w-]+)\s*$/i.exec(selector)?.[1]
      if (name !== undefined && rules.size < MOST_RULES) rules.set(name.toLowerCase(), body)
    }
  }
  return rules
}

/** Writes what a page's style element says of a class into the elements that have it. */
export function applyClassStyles(tree: Root): Root {
  const rules = rulesIn(tree)
  if (rules.size === 0) return tree
  return changeElements(tree, (node): Element => {
    const bodies = classesOf(node).flatMap((name) => [
      rules.get(`.${name.toLowerCase()}`) ?? '',
      rules.get(`${node.tagName}.${name.toLowerCase()}`) ?? '',
    ])
    const style = [...bodies, attribute(node, 'style')].filter(Boolean).join(';')
    return style === '' ? node : { ...node, properties: { ...node.properties, style } }
  })
}
