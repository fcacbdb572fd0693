import type { MarkdownProfileName } from '../../../domain/exports'
import { GHOST_FIGURE } from '../figureClasses'
import type { Escape, MarkdownProfile } from './profile'

/**
 * What Galley's parser takes for words may be a tag to another: it reads none with an address that
 * stands in no quotation marks. Words are exported so that they are words to all.
 */
const NO_TAG: Escape = { find: /(?=<[a-z/!?])(?<=(?<!\\)(?:\\\\)*)</gi, put: '\\<' }

const PLAIN: MarkdownProfile = {
  frontMatter: 'written',
  needsFrontMatter: false,
  tables: 'keep',
  strikethrough: 'keep',
  tasks: 'keep',
  footnotes: 'keep',
  html: 'safe',
  spans: 'keep',
  figure: 'keep',
  picturesAt: '',
  escapes: [NO_TAG],
  codeEscapes: [],
  indentedCode: 'keep',
  autolinks: 'keep',
}

/** Every dialect that articles are exported in. A new one is a new entry. */
export const PROFILES: Readonly<Record<MarkdownProfileName, MarkdownProfile>> = {
  galley: { ...PLAIN, html: 'keep' },
  commonmark: {
    ...PLAIN,
    frontMatter: 'heading',
    tables: 'html',
    strikethrough: 'html',
    tasks: 'marks',
    footnotes: 'html',
  },
  gfm: { ...PLAIN, frontMatter: 'heading' },
  hugo: {
    ...PLAIN,
    needsFrontMatter: true,
    frontMatter: [
      { key: 'title', from: 'title' },
      { key: 'date', from: 'date' },
      { key: 'publishDate', from: 'embargo' },
      { key: 'lastmod', from: 'modified' },
      { key: 'draft', from: 'draft' },
      { key: 'slug', from: 'slug' },
      { key: 'description', from: 'summary' },
      { key: 'summary', from: 'standfirst' },
      { key: 'authors', from: 'authors', as: 'list' },
      { key: 'categories', from: 'section', as: 'list' },
      { key: 'tags', from: 'tags', as: 'list' },
      { key: 'keywords', from: 'keyphrase', as: 'list' },
      { key: 'images', from: 'leadSrc', as: 'list' },
    ],
    figure: {
      template:
        '{{< figure src="{src}" alt="{alt}"[[ caption="{caption}"]][[ attr="{credit}"]][[ class="{width}"]] >}}',
      escapes: [
        { find: /"/g, put: '&quot;' },
        { find: /</g, put: '&lt;' },
      ],
    },
    escapes: [NO_TAG, { find: /\{\{(?=[<%])/g, put: '&#123;&#123;' }],
    codeEscapes: [
      { find: /\{\{<((?:(?!\{\{<|>\}\}).)*)>\}\}/gs, put: '{{</*$1*/>}}' },
      { find: /\{\{%((?:(?!\{\{%|%\}\}).)*)%\}\}/gs, put: '{{%/*$1*/%}}' },
    ],
  },
  jekyll: {
    ...PLAIN,
    needsFrontMatter: true,
    frontMatter: [
      { key: 'title', from: 'title' },
      { key: 'date', from: 'date' },
      { key: 'last_modified_at', from: 'modified' },
      { key: 'published', from: 'draft', value: 'false' },
      { key: 'slug', from: 'slug' },
      { key: 'subtitle', from: 'standfirst' },
      { key: 'description', from: 'summary' },
      { key: 'excerpt', from: 'standfirst' },
      { key: 'author', from: 'authors', as: 'words' },
      { key: 'category', from: 'section' },
      { key: 'tags', from: 'tags', as: 'list' },
      { key: 'lang', from: 'lang' },
      { key: 'image.path', from: 'leadSrc' },
      { key: 'image.alt', from: 'leadAlt' },
      { key: 'canonical_url', from: 'canonical' },
    ],
    spans: 'html',
    figure: 'html',
    picturesAt: '/assets/',
    // In kramdown a line with a bar is a table.
    escapes: [NO_TAG, { find: /(?=\|)(?<=(?<!\\)(?:\\\\)*)\|/g, put: '\\|' }],
    guard: {
      when: /\{[{%]/,
      open: '{% raw %}',
      close: '{% endraw %}',
      closing: /\{(?=%-?\s*endraw)/g,
      literal: '{% endraw %}{{ "{" }}{% raw %}',
    },
  },
  astro: {
    ...PLAIN,
    needsFrontMatter: true,
    frontMatter: [
      { key: 'title', from: 'title' },
      { key: 'description', from: 'summary' },
      { key: 'pubDate', from: 'date' },
      { key: 'updatedDate', from: 'modified' },
      { key: 'draft', from: 'draft' },
      { key: 'slug', from: 'slug' },
      { key: 'author', from: 'authors', as: 'words' },
      { key: 'category', from: 'section' },
      { key: 'tags', from: 'tags', as: 'list' },
      { key: 'lang', from: 'lang' },
      { key: 'heroImage', from: 'leadSrc' },
      { key: 'heroImageAlt', from: 'leadAlt' },
      { key: 'canonicalURL', from: 'canonical' },
    ],
    html: 'jsx',
    spans: 'html',
    figure: 'html',
    escapes: [
      // Unless a backslash keeps it from acting already.
      { find: /(?=[{}<])(?<=(?<!\\)(?:\\\\)*)[{}<]/g, put: '\\$&' },
      // At the start of a block these words would begin a program.
      { find: /^import(?=\s)/gm, put: '&#105;mport' },
      { find: /^export(?=\s)/gm, put: '&#101;xport' },
    ],
    indentedCode: 'fence',
    autolinks: 'links',
  },
  ghost: {
    ...PLAIN,
    frontMatter: [
      { key: 'title', from: 'title' },
      { key: 'slug', from: 'slug' },
      { key: 'status', from: 'draft', value: 'draft' },
      { key: 'custom_excerpt', from: 'standfirst' },
      { key: 'published_at', from: 'date' },
      { key: 'updated_at', from: 'modified' },
      { key: 'authors', from: 'authors', as: 'list' },
      { key: 'tags', from: 'tags', as: 'list' },
      { key: 'feature_image', from: 'leadSrc' },
      { key: 'feature_image_alt', from: 'leadAlt' },
      { key: 'feature_image_caption', from: 'leadCaption' },
      { key: 'meta_description', from: 'summary' },
      { key: 'og_description', from: 'social' },
      { key: 'canonical_url', from: 'canonical' },
    ],
    figure: 'html',
    figureClasses: GHOST_FIGURE,
    picturesAt: '/content/images/',
    tasks: 'marks',
  },
  obsidian: {
    ...PLAIN,
    frontMatter: [
      { key: 'title', from: 'title' },
      { key: 'description', from: 'summary' },
      { key: 'author', from: 'authors', as: 'list' },
      { key: 'created', from: 'date' },
      { key: 'modified', from: 'modified' },
      { key: 'category', from: 'section' },
      { key: 'tags', from: 'tags', as: 'list' },
    ],
    figure: {
      template: '![{alt}]({src}[[#{width}]])[[\n\n*{caption}*]][[\n\n*{credit}*]]',
      escapes: [{ find: /[\\`*_[\]<>]/g, put: '\\$&' }],
    },
  },
}
