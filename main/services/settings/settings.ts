import * as v from 'valibot'
import { type Output, Settings } from '../../../shared/api/contract'
import type { StoredJson } from './storedJson'

export type SettingsValue = Output<'settings.get'>

/** Settings from whatever a file holds: a value that does not fit takes its default, the others stay. */
export function settingsFrom(raw: unknown): SettingsValue {
  if (typeof raw !== 'object' || raw === null) return v.parse(Settings, {})
  const sound = Object.entries(Settings.entries).filter(([key, schema]) => {
    const value: unknown = Object.hasOwn(raw, key) ? Reflect.get(raw, key) : undefined
    return v.safeParse(schema, value).success
  })
  const kept = Object.fromEntries(
    sound.flatMap(([key]) => (Object.hasOwn(raw, key) ? [[key, Reflect.get(raw, key)]] : [])),
  )
  return v.parse(Settings, kept)
}

/** Keys that were not sent stay as they are. */
export async function changeSettings(
  stored: StoredJson<SettingsValue>,
  changes: Partial<SettingsValue>,
): Promise<SettingsValue> {
  await stored.update((settings) => ({ ...settings, ...changes }))
  return stored.get()
}
