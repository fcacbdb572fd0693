import { expect, it } from 'vitest'
import { commands } from '../../../shared/api/commands'
import { ACTIONS } from '../../editor/session'

/** Typing, moving and the system's own: none of ours. */
const RESERVED = ['Mod+A', 'Mod+C', 'Mod+V', 'Mod+X', 'Mod+W', 'Mod+Q', 'Mod+H', 'Mod+M']

function bindings(preset: 'document' | 'markdown'): readonly (readonly [string, string])[] {
  const own = Object.entries(commands).flatMap(([name, face]) =>
    ('keys' in face ? face.keys : []).map((keys): readonly [string, string] => [keys, name]),
  )
  const page = ACTIONS.flatMap(({ name, shortcuts }) =>
    (shortcuts?.[preset] ?? shortcuts?.document ?? []).map((keys): readonly [string, string] => [
      keys,
      name,
    ]),
  )
  return [...own, ...page]
}

it.each(['document', 'markdown'] as const)(
  'gives no key two meanings in the %s preset',
  (preset) => {
    const meanings = new Map<string, string[]>()
    for (const [keys, name] of bindings(preset)) {
      meanings.set(keys, [...(meanings.get(keys) ?? []), name])
    }
    expect([...meanings].filter(([, names]) => names.length > 1)).toEqual([])
  },
)

it('leaves the keys alone that every system has', () => {
  const taken = bindings('document').filter(([keys]) => RESERVED.includes(keys))
  expect(taken).toEqual([])
})
