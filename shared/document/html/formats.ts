/** Makes one of each language and keeps it: a format costs more to make than a page's header. */
function oneOfEach<T>(make: (lang: string) => T): (lang: string) => T {
  const made = new Map<string, T>()
  return (lang) => {
    const known = made.get(lang) ?? make(lang)
    made.set(lang, known)
    return known
  }
}

/** The day is the one that was written, wherever the page is made. */
export const dayFormat = oneOfEach(
  (lang) => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }),
)

export const listFormat = oneOfEach((lang) => new Intl.ListFormat(lang, { type: 'conjunction' }))
