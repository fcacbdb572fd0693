/** A handle for each name, no two alike: `Ana Ruiz` is `ana`, and another Ana `ana-prieto`. */
export function handlesFor(names: readonly string[]): ReadonlyMap<string, string> {
  const handles = new Map<string, string>()
  const taken = new Set<string>()
  for (const name of names) {
    if (handles.has(name)) continue
    const words = name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '')
    const wanted = [words[0] ?? 'unknown', words.join('-') || 'unknown']
    let handle = wanted.find((each) => !taken.has(each))
    for (let n = 2; handle === undefined; n++) {
      const numbered = `${wanted[1]}-${n}`
      if (!taken.has(numbered)) handle = numbered
    }
    taken.add(handle)
    handles.set(name, handle)
  }
  return handles
}
