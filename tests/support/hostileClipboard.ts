/** One thing that a stranger may have put on the clipboard. */
export interface HostilePayload {
  readonly name: string
  readonly html: string
}

/** Where every fetch would go; nothing must ever be asked of it. */
export const TRACKER = 'https://tracker.invalid'

const ACT = 'window.hacked=1'

const SCHEMES = [
  `javascript:${ACT}`,
  `JaVaScRiPt:${ACT}`,
  ` javascript:${ACT}`,
  `java\tscript:${ACT}`,
  `java\nscript:${ACT}`,
  `&#106;avascript:${ACT}`,
  `&#x6a;&#x61;vascript:${ACT}`,
  `javascript&colon;${ACT}`,
  `\u0001javascript:${ACT}`,
  `vbscript:${ACT}`,
  `data:text/html,<script>${ACT}</script>`,
  `data:text/html;base64,PHNjcmlwdD53aW5kb3cuaGFja2VkPTE8L3NjcmlwdD4=`,
  `data:image/svg+xml,<svg onload=${ACT}>`,
  `blob:https://example.org/1`,
  `file:///etc/passwd`,
  `feed:javascript:${ACT}`,
  `view-source:javascript:${ACT}`,
]

const EVENTS = [
  'onload',
  'onerror',
  'onclick',
  'onmouseover',
  'onfocus',
  'onanimationstart',
  'onbeforetoggle',
  'ontoggle',
  'onpointerrawupdate',
  'onscrollend',
  'onbegin',
  'onpaste',
]

const CARRIERS: readonly ((attributes: string) => string)[] = [
  (attributes) => `<p ${attributes}>words</p>`,
  (attributes) => `<img src="${TRACKER}/e.png" ${attributes}>`,
  (attributes) => `<a href="https://example.org" ${attributes}>words</a>`,
  (attributes) => `<svg ${attributes}><circle r="1"/></svg>`,
  (attributes) => `<details open ${attributes}><summary>words</summary></details>`,
  (attributes) => `<table ${attributes}><tr><td ${attributes}>a</td><td>b</td></tr></table>`,
  (attributes) => `<body ${attributes}>words</body>`,
  (attributes) => `<video src="${TRACKER}/v" autoplay ${attributes}></video>`,
]

const LINKS: readonly ((address: string) => string)[] = [
  (address) => `<a href="${address}">words</a>`,
  (address) => `<img src="${address}" alt="words">`,
  (address) => `<area href="${address}"><a href='${address}'><img src="${address}"></a>`,
  (address) =>
    `<blockquote cite="${address}"><a href=${JSON.stringify(address)}>words</a></blockquote>`,
]

const MUTATIONS = [
  `<svg><style><img src=x onerror=${ACT}></style></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${ACT}&gt;">`,
  `<math><mi><mglyph><svg><mtext><textarea><path id="</textarea><img onerror=${ACT} src=1>">`,
  `<noscript><p title="</noscript><img src=x onerror=${ACT}>"></noscript>`,
  `<title><p title="</title><img src=x onerror=${ACT}>"></title>`,
  `<textarea></textarea><img src=x onerror=${ACT}></textarea>`,
  `<form><math><mtext></form><form><mglyph><svg><mtext><style><path id="</style><img onerror=${ACT} src>">`,
  `<template><script>${ACT}</script><img src=x onerror=${ACT}></template>`,
  `<xmp><p title="</xmp><svg/onload=${ACT}>"></xmp>`,
  `<select><template><style><!--</style><a rel="--></style></template></select><img id=x src onerror=${ACT}>">`,
  `<iframe><!--</iframe><img src=x onerror=${ACT}>--></iframe>`,
  `<noembed><img title="</noembed><img src onerror=${ACT}>"></noembed>`,
  `<svg></p><style><a id="</style><img src=1 onerror=${ACT}>">`,
  `<!--[if IE]><script>${ACT}</script><![endif]--><p>words</p>`,
  `<![CDATA[<script>${ACT}</script>]]>`,
  `<plaintext><img src=x onerror=${ACT}>`,
  `&lt;script&gt;${ACT}&lt;/script&gt;`,
  `<p>&lt;img src=x onerror=${ACT}&gt;</p>`,
  `<pre><code>&lt;/code&gt;&lt;script&gt;${ACT}&lt;/script&gt;</code></pre>`,
  `<a href="https://example.org/&quot;&gt;&lt;script&gt;${ACT}&lt;/script&gt;">words</a>`,
  `<img alt="](javascript:${ACT})" src="${TRACKER}/a.png">`,
  `<a href="https://example.org/) [x](javascript:${ACT}">words</a>`,
  `<p>[words](javascript:${ACT}) &lt;javascript:${ACT}&gt;</p>`,
]

const ACTIVE = [
  `<script>${ACT}</script>`,
  `<script src="${TRACKER}/s.js"></script>`,
  `<SCRIPT/x>${ACT}</SCRIPT>`,
  `<iframe src="${TRACKER}/f"></iframe>`,
  `<iframe srcdoc="<script>parent.hacked=1</script>"></iframe>`,
  `<object data="${TRACKER}/o"></object>`,
  `<embed src="${TRACKER}/m">`,
  `<applet code="${TRACKER}/j"></applet>`,
  `<portal src="${TRACKER}/p"></portal>`,
  `<frameset><frame src="${TRACKER}/r"></frameset>`,
  `<form action="${TRACKER}/g"><input name=a><button>Send</button></form>`,
  `<form id=f></form><button form=f formaction="javascript:${ACT}">Send</button>`,
  `<input type=image src="${TRACKER}/i">`,
  `<isindex action="${TRACKER}/x">`,
  `<base href="${TRACKER}/"><a href="x">words</a><img src="y">`,
  `<meta http-equiv="refresh" content="0;url=${TRACKER}/r">`,
  `<meta http-equiv="Content-Security-Policy" content="default-src *">`,
  `<link rel=stylesheet href="${TRACKER}/l.css">`,
  `<link rel=prefetch href="${TRACKER}/l">`,
  `<link rel=preconnect href="${TRACKER}">`,
  `<style>@import '${TRACKER}/i.css'; * { background: url(${TRACKER}/b) }</style><p>words</p>`,
  `<p style="background:url(${TRACKER}/b)">words</p>`,
  `<p style="background-image:image-set('${TRACKER}/b' 1x)">words</p>`,
  `<p style="behavior:url(${TRACKER}/h.htc);-moz-binding:url(${TRACKER}/x.xml#b)">words</p>`,
  `<p style="width:expression(${ACT})">words</p>`,
  `<table background="${TRACKER}/b"><tr><td background="${TRACKER}/c">a</td><td>b</td></tr></table>`,
  `<img src="${TRACKER}/p.gif" width=1 height=1>`,
  `<img srcset="${TRACKER}/1.png 1x, ${TRACKER}/2.png 2x">`,
  `<picture><source srcset="${TRACKER}/s.webp"><img src="${TRACKER}/s.png"></picture>`,
  `<video poster="${TRACKER}/v.png" src="${TRACKER}/v.mp4" autoplay></video>`,
  `<audio src="${TRACKER}/a.mp3" autoplay></audio>`,
  `<svg><script>${ACT}</script></svg>`,
  `<svg><image href="${TRACKER}/i.png"/></svg>`,
  `<svg><use href="${TRACKER}/u.svg#x"/></svg>`,
  `<svg><a xlink:href="javascript:${ACT}"><text>words</text></a></svg>`,
  `<svg><animate attributeName=href values="javascript:${ACT}"/></svg>`,
  `<svg><foreignObject><iframe src="${TRACKER}/fo"></iframe></foreignObject></svg>`,
  `<math href="javascript:${ACT}">words</math>`,
  `<math><maction actiontype="statusline#x" xlink:href="javascript:${ACT}">words</maction></math>`,
  `<a href="https://example.org" ping="${TRACKER}/ping">words</a>`,
  `<a href="https://example.org" target="_top" rel="opener">words</a>`,
  `<div contenteditable onfocus=${ACT} autofocus>words</div>`,
  `<custom-element onclick=${ACT}>words</custom-element>`,
  `<marquee onstart=${ACT}>words</marquee>`,
  `<dialog open><form method=dialog>words</form></dialog>`,
  `<p id="__proto__" class="constructor" name="hasOwnProperty">words</p>`,
  `<a id=documentElement name=documentElement>words</a><form name=body></form>`,
  `<div style="position:fixed;inset:0;z-index:9999">words</div>`,
  `<div style="display:none">hidden words</div><p>words</p>`,
]

/** More than two hundred payloads, by class: what acts, what fetches, what changes while it is read. */
export function hostilePayloads(): readonly HostilePayload[] {
  const schemes = SCHEMES.flatMap((address) => LINKS.map((link) => link(address)))
  const handlers = EVENTS.flatMap((event) =>
    CARRIERS.map((carrier) => carrier(`${event}="${ACT}"`)),
  )
  const named = (name: string, all: readonly string[]): readonly HostilePayload[] =>
    all.map((html, index) => ({ name: `${name} ${index + 1}`, html }))
  return [
    ...named('scheme', schemes),
    ...named('event', handlers),
    ...named('mutation', MUTATIONS),
    ...named('active', ACTIVE),
  ]
}
