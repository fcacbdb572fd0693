/** The fields of front matter that are one value or one list. */
export type MetaName =
  | 'title'
  | 'standfirst'
  | 'authors'
  | 'dateline'
  | 'date'
  | 'modified'
  | 'embargo'
  | 'lang'
  | 'slug'
  | 'section'
  | 'tags'
  | 'status'
  | 'reviewer'
  | 'description'
  | 'social'
  | 'keyphrase'
  | 'canonical'
  | 'corrections'

/**
 * The keys under which a field is found, as Hugo, Jekyll, Astro, Ghost and their habits write them.
 * The first one that holds something counts; the first of the list is written where there is none.
 */
export const META_KEYS: Readonly<Record<MetaName, readonly string[]>> = {
  title: ['title'],
  standfirst: ['standfirst', 'subtitle', 'custom_excerpt'],
  authors: ['authors', 'author', 'byline'],
  dateline: ['dateline', 'location'],
  date: ['date', 'published', 'pubDate', 'published_at'],
  modified: ['modified', 'updated', 'lastmod', 'updatedDate', 'last_modified_at', 'updated_at'],
  embargo: ['embargo', 'publishDate'],
  lang: ['lang', 'language', 'locale'],
  slug: ['slug'],
  section: ['section', 'category', 'categories'],
  tags: ['tags', 'keywords'],
  status: ['status'],
  reviewer: ['reviewer', 'assignee'],
  description: ['description', 'summary', 'meta_description', 'excerpt'],
  social: ['social_description', 'og_description', 'twitter_description'],
  keyphrase: ['keyphrase', 'focus_keyphrase', 'focuskw'],
  canonical: ['canonical', 'canonical_url', 'canonicalURL'],
  corrections: ['corrections', 'correction'],
}

/** Keys of the lead picture: an address, a list of which the first counts, or a map of its parts. */
export const LEAD_KEYS: readonly string[] = [
  'image',
  'cover',
  'feature_image',
  'featured_image',
  'heroImage',
  'images',
]

export type LeadPart = 'alt' | 'caption' | 'credit'

/** Where a part of the lead picture is kept beside the picture's own key. */
export function leadPartKeys(base: string, part: LeadPart): readonly string[] {
  const single = base === 'images' ? 'image' : base
  const capital = part[0]?.toUpperCase() + part.slice(1)
  const camel = [`${single}${capital}`, `${single.replace(/Image$/, '')}${capital}`]
  const snake = `${single}_${part}`
  return base === 'heroImage' ? [...camel, snake] : [snake, ...camel]
}
