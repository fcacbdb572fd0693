import fc from 'fast-check'
import { expect, it } from 'vitest'
import { cleanStyle } from './ownStyle'

const css = (source: string) => cleanStyle(source, 'galley-page.css').css

it('keeps what only looks', () => {
  expect(css('.article h1 { color: rebeccapurple; font: 600 2em/1.1 "My Face", serif }')).toBe(
    '.article h1{color:rebeccapurple;font:600 2em/1.1"My Face",serif}',
  )
  expect(css(':root{--article-accent:#036}@media print{a::after{content:"—"}}')).toBe(
    ':root{--article-accent:#036}@media print{a::after{content:"—"}}',
  )
})

it.each([
  'a{b:url(x)}',
  'a{b:url("x")}',
  'a{b:URL( x )}',
  'a{b:\\75rl(x)}',
  'a{b:u\\72 l("x")}',
  'a{b:u\\0072l(x)}',
  'a{b:image-set("x.png" 1x)}',
  'a{b:-webkit-image-set("x.png" 1x)}',
  'a{b:cross-fade("x.png", red)}',
  'a{b:image("x")}',
  'a{b:src("x")}',
  'a{--x:url(x);b:var(--x)}',
  'a{--x:{b:url(x)}}',
  'a{b:var(--x, url(x))}',
  'a{b:expression(hit())}',
  'a{behavior:none;-moz-binding:none}',
  'a{b:url(x y "z)}',
  'a{b:"\n;c:url(x)}',
  '@import "x";',
  '@import url(x);',
  '@im\\70ort "x";',
  '@charset "x";@import "y";',
  '@namespace "x";',
  '@font-face{font-family:x;src:local(x)}',
  '@supports (b:url(x)){}',
  '@media url(x){a{b:c}}',
  '@layer a{a{b:url(x)}}',
  '@property --x{syntax:"<url>";inherits:true;initial-value:url(x)}',
  '@counter-style x{symbols:url(x)}',
  'a{&:hover{b:url(x)}}',
  'a{c{b:url(x)}}',
  '/*',
  'a{b:url(x',
  '<!-- a{b:url(x)} -->',
])('lets %s load nothing', (source) => {
  const { css: cleaned } = cleanStyle(source, 'x.css')
  expect(cleaned).not.toMatch(
    /url|import|font-face|image|src|expression|\\7|\\00|cross|binding|"x"/i,
  )
})

it('says what it left out, and where', () => {
  const { problems } = cleanStyle(
    'a { color: red }\n\nb { background: url(x.png) }',
    'galley-page.css',
  )
  expect(problems).toEqual([
    'galley-page.css, line 3: “background” was left out; a page’s style may load nothing.',
  ])
})

it('never ends the element that it stands in', () => {
  expect(css('a::before{content:"</style><script>"}')).not.toContain('</')
  expect(css('a::before{content:"<!--"}')).not.toContain('<!')
})

it('leaves out a condition that names an address', () => {
  expect(css('@media url("x") {a{b:c}}')).toBe('')
  expect(css('@media (min-width:1px){a{b:c}}')).toBe('@media (min-width:1px){a{b:c}}')
})

it('leaves comments out, also those that are to be kept', () => {
  expect(css('/*!important@import */a{color:red;/*! by Ana */}')).toBe('a{color:red}')
})

it('leaves nothing that loads in whatever is pieced together', () => {
  const piece = fc.constantFrom(
    ...[
      'a{',
      '}',
      'b:',
      'c',
      ';',
      'url(',
      ')',
      '"',
      "'",
      '\\',
      '\\75',
      '/*',
      '*/',
      '@import ',
      '@media ',
    ],
    ...[
      'x',
      ' ',
      '\n',
      '(',
      '{',
      'image-set(',
      '--v:',
      '!important',
      '<!--',
      '-->',
      '[',
      ']',
      ',',
      '#',
    ],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const once = css(pieces.join(''))
      // Whatever it is, it is read again as having nothing to leave out.
      expect(css(once)).toBe(once)
      expect(once.replace(/"(?:[^"\\]|\\.)*"/g, '')).not.toMatch(/url\(|image-set\(|@import/i)
    }),
    { numRuns: 300 },
  )
})
