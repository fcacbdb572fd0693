interface Labels {
  /** What a new line begins with. */
  readonly own: string
  /** What else such a line begins with in this language. */
  readonly others: readonly string[]
}

/** What a line of further reading begins with, by language. */
const LABELS: Readonly<Record<string, Labels>> = {
  en: {
    own: 'Also read',
    others: [
      'read also',
      'read more',
      'see also',
      'related',
      'related article',
      'related articles',
      'related stories',
      'related reading',
    ],
  },
  de: { own: 'Lesen Sie auch', others: ['lies auch', 'mehr zum thema', 'siehe auch'] },
  fr: { own: 'À lire aussi', others: ['lire aussi', 'voir aussi', 'a lire aussi'] },
  es: { own: 'Lee también', others: ['lea también', 'leer más', 'ver también', 'véase también'] },
  pt: { own: 'Leia também', others: ['leia mais', 'veja também'] },
  it: { own: 'Leggi anche', others: ['leggi di più', 'vedi anche'] },
  nl: { own: 'Lees ook', others: ['lees meer', 'zie ook'] },
  sv: { own: 'Läs också', others: ['läs även', 'läs mer', 'se även'] },
  da: { own: 'Læs også', others: ['læs mere', 'se også'] },
  nb: { own: 'Les også', others: ['les mer', 'se også'] },
  nn: { own: 'Les òg', others: ['les også', 'sjå òg'] },
  fi: { own: 'Lue myös', others: ['lue lisää', 'katso myös'] },
  is: { own: 'Lestu líka', others: ['sjá einnig'] },
  pl: { own: 'Czytaj też', others: ['czytaj także', 'przeczytaj też', 'zobacz też'] },
  cs: { own: 'Čtěte také', others: ['přečtěte si také', 'viz také'] },
  sk: { own: 'Čítajte aj', others: ['prečítajte si aj'] },
  sl: { own: 'Preberite tudi', others: [] },
  hr: { own: 'Pročitajte i', others: ['čitajte i'] },
  sr: { own: 'Прочитајте и', others: ['pročitajte i'] },
  hu: { own: 'Olvassa el ezt is', others: ['kapcsolódó cikkek', 'lásd még'] },
  ro: { own: 'Citiți și', others: ['citește și', 'vezi și'] },
  bg: { own: 'Прочетете още', others: ['вижте още'] },
  el: { own: 'Διαβάστε επίσης', others: ['δείτε επίσης'] },
  ru: { own: 'Читайте также', others: ['по теме', 'смотрите также'] },
  uk: { own: 'Читайте також', others: ['дивіться також'] },
  tr: { own: 'Ayrıca okuyun', others: ['ayrıca bakınız'] },
  ca: { own: 'Llegiu també', others: ['vegeu també'] },
  id: { own: 'Baca juga', others: ['lihat juga'] },
  vi: { own: 'Đọc thêm', others: ['xem thêm'] },
  hi: { own: 'यह भी पढ़ें', others: ['ये भी पढ़ें'] },
  ur: { own: 'یہ بھی پڑھیں', others: ['مزید پڑھیں'] },
  ar: { own: 'اقرأ أيضًا', others: ['اقرأ أيضا', 'إقرأ أيضا'] },
  fa: { own: 'بیشتر بخوانید', others: ['همچنین بخوانید'] },
  he: { own: 'קראו גם', others: ['ראו גם'] },
  ja: { own: '関連記事', others: ['あわせて読みたい'] },
  zh: { own: '相关阅读', others: ['相关文章', '延伸阅读', '相關閱讀', '相關文章', '延伸閱讀'] },
  ko: { own: '관련 기사', others: ['함께 읽기'] },
}

/** Words as they are compared: whatever the letter case, the accents' bytes and the colon after them. */
function normal(label: string): string {
  const words = label.normalize('NFC').toLocaleLowerCase('en').trim()
  return words
    .replace(/[:：]$/u, '')
    .replace(/\s+/g, ' ')
    .trim()
}

const KNOWN = new Set(
  Object.values(LABELS).flatMap(({ own, others }) => [own, ...others].map(normal)),
)

/** Whether words are the label of such a line, in any of the languages. */
export function isRelatedLabel(words: string): boolean {
  return KNOWN.has(normal(words))
}

/** What a new line begins with in an article of this language (`de-AT`); English for one that is not known. */
export function relatedLabel(language: string | undefined): string {
  const [primary = ''] = (language ?? '').toLowerCase().split(/[-_]/)
  const { own } = LABELS[primary === 'no' ? 'nb' : primary] ?? LABELS.en ?? { own: 'Also read' }
  // French sets a narrow space before the colon; Chinese and Japanese have one as wide as a sign.
  if (primary === 'fr') return `${own}\u202f:`
  return primary === 'zh' || primary === 'ja' ? `${own}：` : `${own}:`
}
