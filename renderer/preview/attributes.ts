import type { Element, Properties } from 'hast'

function attributeName(property: string): string {
  if (property === 'className') return 'class'
  return property.replace(/^aria(?=[A-Z])/, 'aria-').toLowerCase()
}

/** An element's attributes as a page would have them; `img` addresses are left to whoever loads pictures. */
export function attributesOf({ tagName, properties }: Element): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [property, value] of Object.entries(properties) as [string, Properties[string]][]) {
    if (value === null || value === undefined || value === false) continue
    if (tagName === 'img' && property === 'src') continue
    const text = value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value)
    attributes.set(attributeName(property), text)
  }
  return attributes
}
