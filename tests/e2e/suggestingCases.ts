import type { Hand } from './hand'

/** Something that is hard to suggest: what stands there, and what is done to it by keys. */
export interface SuggestingCase {
  readonly name: string
  /** Markdown, with what Ana suggested in it. Its words stand in no other case. */
  readonly start: string
  keys(hand: Hand): Promise<void>
}

const ANA = '{>>@ana 2026-11-24T09:00Z<<}'

const backspaceAt =
  (place: string, times = 1) =>
  async (hand: Hand) => {
    await hand.at(place)
    await hand.press('Backspace', times)
  }

const keysAt =
  (place: string, ...keys: readonly string[]) =>
  async (hand: Hand) => {
    await hand.at(place)
    for (const key of keys) await hand.press(key)
  }

const typeAt = (place: string, text: string) => async (hand: Hand) => {
  await hand.at(place)
  await hand.type(text)
}

const removeBetween = (from: string, to: string) => async (hand: Hand) => {
  await hand.select(from, to)
  await hand.press('Backspace')
}

export const SUGGESTING_CASES: readonly SuggestingCase[] = [
  {
    name: 'Backspace at the start of a paragraph',
    start: 'Amber one.\n\nBirch two.',
    keys: backspaceAt('|Birch'),
  },
  {
    name: 'Backspace at the start of a heading',
    start: 'Cedar one.\n\n### Dune two',
    keys: backspaceAt('|Dune', 2),
  },
  {
    name: 'Backspace at the start of a list item',
    start: '- elm one\n- fir two',
    keys: backspaceAt('|fir', 2),
  },
  {
    name: 'Backspace at the start of a quotation',
    start: 'Grove one.\n\n> Heath two.',
    keys: backspaceAt('|Heath', 2),
  },
  {
    name: 'Backspace in the middle of a quotation',
    start: '> Lichen one.\n>\n> Yew two.',
    keys: backspaceAt('|Yew'),
  },
  {
    name: 'Delete at the end of a paragraph before a list',
    start: 'Agave one.\n\n- bamboo two',
    keys: keysAt('Agave one.|', 'Delete'),
  },
  {
    name: 'Enter inside a paragraph',
    start: 'Iris before after.',
    keys: keysAt('Iris before |after', 'Enter'),
  },
  {
    name: 'Enter inside a heading',
    start: '### Jade before after',
    keys: keysAt('Jade before |after', 'Enter'),
  },
  {
    name: 'Enter inside a list item',
    start: '- kelp before after',
    keys: keysAt('kelp before |after', 'Enter'),
  },
  {
    name: 'Enter inside a quotation',
    start: '> Lime before after',
    keys: keysAt('Lime before |after', 'Enter'),
  },
  {
    name: 'Enter inside another’s deletion',
    start: `Moss {--north south--}${ANA} west.`,
    keys: keysAt('Moss | west', 'Enter'),
  },
  {
    name: 'deleting across blocks of different kinds',
    start: '### Nectar heading\n\nMiddle oak words.\n\n> Quoted pine end.',
    keys: removeBetween('Nec|tar', 'Quoted |pine'),
  },
  {
    name: 'deleting across list levels',
    start: '- quince one\n  - rush two\n    - sage three\n- teak four',
    keys: removeBetween('quin|ce', 'sage| three'),
  },
  {
    name: 'deleting a table row',
    start: '| Umber | Violet |\n| --- | --- |\n| walnut | xylem |\n| yarrow | zinnia |',
    async keys(hand) {
      await hand.at('wal|nut')
      await hand.command('Delete row')
    },
  },
  {
    name: 'adding a table row',
    start: '| acorn | basil |\n| --- | --- |\n| clove | dill |',
    async keys(hand) {
      await typeAt('dill|', 's')(hand)
      await hand.press('Tab')
      await hand.type('endive')
    },
  },
  {
    name: 'deleting a figure',
    start: 'Fennel before.\n\n![A ship](ship.jpg "At sea")\n\nGinger after.',
    keys: backspaceAt('|Ginger', 2),
  },
  {
    name: 'typing inside another’s insertion',
    start: `Hazel {++new words++}${ANA} end.`,
    keys: typeAt('new |words', 'really '),
  },
  {
    name: 'deleting part of another’s insertion',
    start: `Indigo {++old timber++}${ANA} end.`,
    keys: backspaceAt('old tim|ber', 3),
  },
  {
    name: 'typing over half an insertion of one’s own and half original',
    start: 'Talks juniper lasted.',
    async keys(hand) {
      await typeAt('|Talks juniper', 'Very long ')(hand)
      await hand.select('Very |long', 'Talks |juniper')
      await hand.type('x')
    },
  },
  {
    name: 'pasting several blocks in the middle of a word',
    start: 'A larkspur here.',
    async keys(hand) {
      await hand.at('A lark|spur')
      await hand.paste('onyx\n\nopal\n\npearl')
    },
  },
  {
    name: 'bold over what is suggested already',
    start: `Maple {++nut ++}${ANA}or {--oats --}${ANA}pecan.`,
    async keys(hand) {
      await hand.select('|Maple nut', 'or pecan|')
      await hand.press('Mod+B')
    },
  },
  {
    name: 'cutting emphasis in half',
    start: 'Quill *raven spruce* thyme.',
    keys: removeBetween('raven |spruce', 'th|yme'),
  },
  {
    name: 'the text of a link',
    start: 'A [willow](https://a.example/x) link.',
    keys: typeAt('A wil|low', 'd'),
  },
  {
    name: 'the address of a link',
    start: 'A [yucca](https://a.example/y) link.',
    async keys(hand) {
      await hand.at('A yuc|ca')
      await hand.link('https://b.example/z')
    },
  },
  {
    name: 'moving a block past a suggested one',
    start: `Aster stays.\n\n{++Bluebell comes.\n\n++}${ANA}Clover moves.`,
    keys: keysAt('Clo|ver', 'Alt+Shift+ArrowUp', 'Alt+Shift+ArrowUp'),
  },
  {
    name: 'moving a list item',
    start: '- daisy\n- elder\n- fuchsia',
    keys: keysAt('fuch|sia', 'Alt+Shift+ArrowUp'),
  },
  {
    name: 'nesting a list item',
    start: '- sedge\n- tansy',
    keys: keysAt('tan|sy', 'Tab'),
  },
  {
    name: 'emptying a list item',
    start: '- gorse\n- heather\n- ivy',
    keys: removeBetween('|heather', 'heather|'),
  },
  {
    name: 'emptying a quotation',
    start: '> Jasmine.',
    keys: removeBetween('|Jasmine.', 'Jasmine.|'),
  },
  {
    name: 'an input method',
    start: 'Lotus ends.',
    async keys(hand) {
      await hand.at('Lotus|')
      await hand.compose('k', 'か', 'かな', '仮名')
    },
  },
  {
    name: 'a spelling taken from the browser’s menu',
    start: 'Myrtle threee end.',
    keys: (hand) => hand.correct('threee', 'three'),
  },
  {
    name: 'quotation marks and dashes that mend themselves',
    start: 'Nettle said',
    keys: typeAt('Nettle said|', ' "orchid" -- yes...'),
  },
  {
    name: 'typing beside signs that marks of review could be taken for',
    start: 'Poppy ~~struck~~ and ==marked== and a--b and `code` end.',
    async keys(hand) {
      await typeAt('Poppy struck|', 'x')(hand)
      await typeAt('==marked==|', '!')(hand)
      await typeAt('a--b|', '{++c++}')(hand)
      await typeAt('and |code', 'the ')(hand)
    },
  },
  {
    name: 'another kind of block',
    start: 'Reed turns.',
    keys: keysAt('Reed|', 'Mod+Shift+Q'),
  },
  {
    name: 'a divider',
    start: 'Verbena.\n\nVetch.',
    async keys(hand) {
      await keysAt('Verbena.|', 'Enter')(hand)
      await hand.type('---')
      await hand.press('Enter')
    },
  },
  {
    name: 'a line of code',
    start: '```js\nlet wisteria = 1\n```',
    keys: typeAt('wisteria| =', 's'),
  },
]
