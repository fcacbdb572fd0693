import { handleFor } from '../../../review'

/** A handle for each name, no two alike. */
export function handlesFor(names: readonly string[]): ReadonlyMap<string, string> {
  const handles = new Map<string, string>()
  for (const name of names) {
    if (!handles.has(name)) handles.set(name, handleFor(name, new Set(handles.values())))
  }
  return handles
}
