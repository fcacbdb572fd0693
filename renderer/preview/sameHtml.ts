import type { Element, ElementContent, Properties } from 'hast'

function sameProperties(one: Properties, other: Properties): boolean {
  const names = Object.keys(one)
  if (names.length !== Object.keys(other).length) return false
  return names.every((name) => String(one[name]) === String(other[name]))
}

/** Whether two elements differ in nothing but, perhaps, their children. */
export function sameTag(one: Element, other: Element): boolean {
  return one.tagName === other.tagName && sameProperties(one.properties, other.properties)
}

export function sameHtml(one: ElementContent, other: ElementContent): boolean {
  if (one === other) return true
  if (one.type === 'text') return other.type === 'text' && one.value === other.value
  if (one.type !== 'element' || other.type !== 'element') return false
  return (
    one.children.length === other.children.length &&
    sameTag(one, other) &&
    one.children.every((child, index) => {
      const twin = other.children[index]
      return twin !== undefined && sameHtml(child, twin)
    })
  )
}
