import type { MetaName } from '../../../shared/domain/metaKeys'

export interface DetailField {
  readonly name: MetaName
  readonly label: string
  /** `list`: words with commas between them. `day`: a date, with the time if need be. */
  readonly kind: 'line' | 'text' | 'list' | 'day' | 'slug'
  readonly hint?: string
  readonly placeholder?: string
}

export interface DetailGroup {
  readonly legend: string
  readonly fields: readonly DetailField[]
}

/** Everything that is said of an article, in the order in which a desk asks for it. */
export const DETAIL_GROUPS: readonly DetailGroup[] = [
  {
    legend: 'Headline',
    fields: [
      { name: 'title', label: 'Headline', kind: 'text' },
      { name: 'standfirst', label: 'Standfirst', kind: 'text' },
      { name: 'authors', label: 'Bylines', kind: 'list', placeholder: 'Ana Ruiz, Ben Okri' },
      { name: 'dateline', label: 'Dateline', kind: 'line', placeholder: 'Geneva' },
    ],
  },
  {
    legend: 'Filing',
    fields: [
      { name: 'slug', label: 'Slug', kind: 'slug' },
      { name: 'section', label: 'Section', kind: 'line' },
      { name: 'tags', label: 'Tags', kind: 'list', placeholder: 'harbour, trade' },
      { name: 'status', label: 'Status', kind: 'line', placeholder: 'draft' },
      { name: 'reviewer', label: 'Reviewer', kind: 'line', placeholder: 'ana' },
      { name: 'lang', label: 'Language', kind: 'line', placeholder: 'en' },
    ],
  },
  {
    legend: 'Dates',
    fields: [
      { name: 'date', label: 'Published', kind: 'day' },
      { name: 'modified', label: 'Changed', kind: 'day' },
      { name: 'embargo', label: 'Embargo until', kind: 'day' },
    ],
  },
  {
    legend: 'Search and social',
    fields: [
      {
        name: 'description',
        label: 'Summary for search',
        kind: 'text',
        hint: 'The standfirst is used when this is empty.',
      },
      { name: 'social', label: 'Summary for cards', kind: 'text' },
      { name: 'keyphrase', label: 'Focus keyphrase', kind: 'line' },
      {
        name: 'canonical',
        label: 'Canonical address',
        kind: 'line',
        placeholder: 'https://example.org/news/slug',
      },
    ],
  },
]

const NAMES = DETAIL_GROUPS.flatMap(({ fields }) => fields.map(({ name }) => name))

/** Fields that the panel has controls for; the rest of the front matter is shown key by key. */
export const DETAIL_NAMES: readonly MetaName[] = [...NAMES, 'corrections']
