import { fromXml } from 'xast-util-from-xml'

export type XmlRoot = ReturnType<typeof fromXml>
export type XmlElement = Extract<XmlRoot['children'][number], { readonly type: 'element' }>
export type XmlNode = XmlElement['children'][number]

export function parseXml(text: string): XmlRoot {
  // Some programs begin with a byte-order mark, which no parser of XML takes.
  return fromXml(text.replace(/^\uFEFF/, ''))
}

export function rootOf(root: XmlRoot): XmlElement | undefined {
  return root.children.find((node): node is XmlElement => node.type === 'element')
}

export function elementsIn(node: XmlElement): readonly XmlElement[] {
  return node.children.filter((child): child is XmlElement => child.type === 'element')
}

export function childNamed(node: XmlElement, name: string): XmlElement | undefined {
  return elementsIn(node).find((child) => child.name === name)
}

export function attributeOf(node: XmlElement, name: string): string | undefined {
  return node.attributes[name] ?? undefined
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
}

function escaped(text: string, isAttribute: boolean): string {
  return text.replace(isAttribute ? /[&<>"\n\r\t]/g : /[&<>\r]/g, (sign) => ESCAPES[sign] ?? sign)
}

/** The text of a tree: what parts of a document are read from. */
export function writeXml(root: XmlRoot | XmlElement): string {
  const parts: string[] = []
  function write(node: XmlRoot | XmlRoot['children'][number]): void {
    switch (node.type) {
      case 'text':
      case 'cdata':
        parts.push(escaped(node.value, false))
        return
      case 'element': {
        const attributes = Object.entries(node.attributes).map(
          ([name, value]) => ` ${name}="${escaped(value ?? '', true)}"`,
        )
        parts.push(`<${node.name}${attributes.join('')}`)
        if (node.children.length === 0) {
          parts.push('/>')
          return
        }
        parts.push('>')
        for (const child of node.children) write(child)
        parts.push(`</${node.name}>`)
        return
      }
      case 'root':
        for (const child of node.children) write(child)
        return
      default:
    }
  }
  write(root)
  return parts.join('')
}
