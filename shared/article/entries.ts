import { isMap, isScalar } from 'yaml'
import { keyOf } from './fieldValue'
import { readYaml } from './yaml'

/**
 * The bytes that each key of YAML front matter has, with the lines that follow it; what stands before
 * the first key goes by the name `''`. Null for what is no plain block mapping.
 */
export function entriesOf(data: string): ReadonlyMap<string, string> | null {
  const { document, problem } = readYaml(data)
  if (problem !== null) return null
  const map = document.contents
  if (map === null) return new Map(data === '' ? [] : [['', data]])
  if (!isMap(map) || map.flow) return null
  const starts: (readonly [string, number])[] = [['', 0]]
  for (const pair of map.items) {
    const key = keyOf(pair)
    const start = isScalar(pair.key) ? pair.key.range?.[0] : undefined
    // An explicit key (`? a`) or an anchored one does not begin its line.
    if (!key || start === undefined || !/^$|[\r\n]$/.test(data.slice(0, start))) return null
    starts.push([key, start])
  }
  if (new Set(starts.map(([key]) => key)).size !== starts.length) return null
  return new Map(
    starts.map(([key, start], index) => [key, data.slice(start, starts[index + 1]?.[1])]),
  )
}
