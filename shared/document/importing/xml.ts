import { fromXml } from 'xast-util-from-xml'

export type XmlTree = ReturnType<typeof fromXml>
export type XmlNode = XmlTree | XmlTree['children'][number]
export type XmlElement = Extract<XmlNode, { readonly type: 'element' }>

/** Reads XML; what declares entities of its own is refused, because they can grow beyond all measure. */
export function parseXml(xml: string): XmlTree | null {
  if (/<!ENTITY/i.test(xml)) return null
  try {
    return fromXml(xml.replace(/<!DOCTYPE[^<>[]*>/i, ''))
  } catch {
    return null
  }
}

export function elementsIn(node: XmlNode): readonly XmlElement[] {
  if (!('children' in node)) return []
  const inside: readonly XmlNode[] = node.children
  return inside.filter((child): child is XmlElement => child.type === 'element')
}

/** Every element of a name below `node`, outermost first. */
export function allNamed(node: XmlNode, name: string): readonly XmlElement[] {
  return elementsIn(node).flatMap((child) =>
    child.name === name ? [child, ...allNamed(child, name)] : allNamed(child, name),
  )
}

export function attributeOf(element: XmlElement, name: string): string {
  return element.attributes[name] ?? ''
}
