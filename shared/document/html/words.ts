/** The few words that the page itself says, in the article's language. */
export interface Words {
  readonly notes: string
  readonly backToText: string
  readonly by: string
  readonly updated: string
  readonly corrections: string
}

const ENGLISH: Words = {
  notes: 'Notes',
  backToText: 'Back to the text',
  by: 'By',
  updated: 'Updated',
  corrections: 'Corrections',
}

const WORDS: Readonly<Record<string, Words>> = {
  en: ENGLISH,
  de: {
    notes: 'Anmerkungen',
    backToText: 'Zurück zum Text',
    by: 'Von',
    updated: 'Aktualisiert am',
    corrections: 'Korrekturen',
  },
  es: {
    notes: 'Notas',
    backToText: 'Volver al texto',
    by: 'Por',
    updated: 'Actualizado el',
    corrections: 'Correcciones',
  },
  fr: {
    notes: 'Notes',
    backToText: 'Retour au texte',
    by: 'Par',
    updated: 'Mis à jour le',
    corrections: 'Corrections',
  },
  it: {
    notes: 'Note',
    backToText: 'Torna al testo',
    by: 'Di',
    updated: 'Aggiornato il',
    corrections: 'Correzioni',
  },
  pt: {
    notes: 'Notas',
    backToText: 'Voltar ao texto',
    by: 'Por',
    updated: 'Atualizado em',
    corrections: 'Correções',
  },
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm'])

/** Which way a language is written; of use where it is not from left to right. */
export function directionOf(tag: string): 'ltr' | 'rtl' {
  return RIGHT_TO_LEFT.has(new Intl.Locale(tag).maximize().script ?? '') ? 'rtl' : 'ltr'
}

/** The tag as BCP 47 writes it; `en` for one that is none. */
export function languageTag(lang: string): string {
  if (lang === 'en') return lang
  try {
    return Intl.getCanonicalLocales(lang)[0] ?? 'en'
  } catch {
    return 'en'
  }
}

export function wordsIn(lang: string): Words {
  return WORDS[languageTag(lang).split('-')[0] ?? ''] ?? ENGLISH
}
