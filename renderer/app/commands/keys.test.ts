import { expect, it } from 'vitest'
import { commands } from '../../../shared/api/commands'
import { ACTIONS } from '../../editor/session'
import { keysOn, type Platform } from '../keys/shortcut'

/** Typing, moving and the system's own: none of ours. */
const RESERVED = ['Mod+A', 'Mod+C', 'Mod+V', 'Mod+X', 'Mod+W', 'Mod+Q', 'Mod+H', 'Mod+M']

function bindings(
  preset: 'document' | 'markdown',
  platform: Platform,
): readonly (readonly [string, string])[] {
  const own = Object.entries(commands).flatMap(([name, face]) =>
    keysOn('keys' in face ? face.keys : [], platform).map((keys): readonly [string, string] => [
      keys,
      name,
    ]),
  )
  const page = ACTIONS.flatMap(({ name, shortcuts }) =>
    keysOn(shortcuts?.[preset] ?? shortcuts?.document ?? [], platform).map(
      (keys): readonly [string, string] => [keys, name],
    ),
  )
  return [...own, ...page]
}

it.each([
  ['document', 'linux'],
  ['document', 'mac'],
  ['markdown', 'linux'],
  ['markdown', 'mac'],
] as const)('gives no key two meanings in the %s preset on %s', (preset, platform) => {
  const meanings = new Map<string, string[]>()
  for (const [keys, name] of bindings(preset, platform)) {
    meanings.set(keys, [...(meanings.get(keys) ?? []), name])
  }
  expect([...meanings].filter(([, names]) => names.length > 1)).toEqual([])
})

it('leaves the keys alone that every system has', () => {
  const taken = bindings('document', 'mac').filter(([keys]) => RESERVED.includes(keys))
  expect(taken).toEqual([])
})

it('takes no key that types a sign by itself', () => {
  const plain = bindings('document', 'linux').filter(([keys]) => /^(?:Shift\+)?.$/u.test(keys))
  expect(plain).toEqual([])
})
