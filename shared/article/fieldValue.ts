import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml'
import { readYaml } from './yaml'

/** A front-matter value as text: a string as written (`01234` stays so), a list, or a map. */
export type FieldValue = string | readonly FieldValue[] | FieldMap
export interface FieldMap {
  readonly [key: string]: FieldValue
}

export type Fields = ReadonlyMap<string, FieldValue>

/** What a value is to whoever would edit it; `other` is for those who read YAML. */
export type FieldKind = 'words' | 'number' | 'truth' | 'list' | 'other'

/** Deeper than this nothing in front matter has a meaning for Galley. */
const MAX_DEPTH = 4

/** The text of a pair's key, or null for a key that is not a plain name. */
export function keyOf(pair: Pair): string | null {
  return isScalar(pair.key) && typeof pair.key.value === 'string' ? pair.key.value : null
}

/** A YAML value as a person wrote it; anchors and aliases are not followed. */
export function yamlValue(node: Node | null, depth = 0): FieldValue {
  if (depth > MAX_DEPTH) return ''
  if (isScalar(node)) {
    if (typeof node.value === 'string') return node.value
    return node.value === null ? '' : (node.source ?? String(node.value))
  }
  if (isSeq(node)) return node.items.map((item) => yamlValue(item as Node, depth + 1))
  if (isMap(node)) {
    const entries = node.items.flatMap((pair) => {
      const key = keyOf(pair)
      return key === null ? [] : [[key, yamlValue(pair.value as Node | null, depth + 1)] as const]
    })
    return Object.fromEntries(entries)
  }
  return ''
}

/** The kind of a YAML value: words are on one line, and a list holds nothing but words. */
export function kindOf(node: Node | null): FieldKind {
  if (node === null) return 'words'
  if (isScalar(node)) {
    const { value } = node
    if (typeof value === 'number' || typeof value === 'bigint') return 'number'
    if (typeof value === 'boolean') return 'truth'
    if (value === null) return 'words'
    return typeof value === 'string' && !/[\r\n]/.test(value) ? 'words' : 'other'
  }
  if (!isSeq(node)) return 'other'
  const areWords = node.items.every(
    (item) => isScalar(item) && typeof item.value === 'string' && kindOf(item) === 'words',
  )
  return areWords ? 'list' : 'other'
}

/** The kind that a text has where it stands without quotation marks. */
export function kindOfText(text: string): FieldKind {
  const node = readYaml(text).document?.contents
  return isScalar(node) && node.source === text ? kindOf(node) : 'other'
}

/** A value of TOML or JSON front matter in the same form. */
export function plainValue(value: unknown, depth = 0): FieldValue {
  if (depth > MAX_DEPTH || value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.map((item) => plainValue(item, depth + 1))
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, plainValue(entry, depth + 1)]),
    )
  }
  return String(value)
}

export function isList(value: FieldValue | undefined): value is readonly FieldValue[] {
  return Array.isArray(value)
}

export function isFieldMap(value: FieldValue | undefined): value is FieldMap {
  return typeof value === 'object' && !Array.isArray(value)
}

/** Whether a reader would find anything in it. */
export function holdsSomething(value: FieldValue | undefined): boolean {
  if (value === undefined) return false
  if (typeof value === 'string') return value.trim() !== ''
  return isList(value) ? value.length > 0 : Object.keys(value).length > 0
}

export function sameValue(a: FieldValue, b: FieldValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
