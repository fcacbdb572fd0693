import { HistoryExtension } from '@lexical/history'
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  configExtension,
  INSERT_LINE_BREAK_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  UNDO_COMMAND,
} from 'lexical'
import { afterEach, describe, expect, it } from 'vitest'
import { type ArticleDocument, openArticle } from '../articleDocument'
import { $insertMarkdown } from '../paste'
import { TypingExtension } from '.'
import { $deleteBlocks, $duplicateBlocks, $moveBlocks } from './blocks'
import { registerSmartTyping } from './smartTyping'

/** Without a window, undo has to be asked for. */
const WITH_HISTORY = configExtension(HistoryExtension, { disabled: false })

let article: ArticleDocument | null = null

/** Opens a body with the caret at the end of its last block. */
function open(body: string): LexicalEditor {
  article = openArticle({ text: body, extensions: [TypingExtension, WITH_HISTORY] })
  const { editor } = article
  editor.update(() => $getRoot().selectEnd(), { discrete: true })
  return editor
}

afterEach(() => article?.dispose())

const written = () => article?.text() ?? ''

/** Types as a person does, one character after the other. */
async function type(editor: LexicalEditor, text: string): Promise<void> {
  for (const character of text) {
    editor.update(
      () => {
        const selection = $getSelection()
        if ($isRangeSelection(selection)) selection.insertText(character)
      },
      { discrete: true },
    )
    await settled()
  }
}

/** Conversions follow the update that they are about. */
function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}

const key = (name: string) =>
  ({ key: name, shiftKey: false, preventDefault: () => undefined }) as unknown as KeyboardEvent

async function press(editor: LexicalEditor, name: 'Enter' | 'Backspace' | 'Tab'): Promise<void> {
  const commands = {
    Enter: KEY_ENTER_COMMAND,
    Backspace: KEY_BACKSPACE_COMMAND,
    Tab: KEY_TAB_COMMAND,
  }
  editor.dispatchCommand(commands[name], key(name))
  await settled()
}

async function undo(editor: LexicalEditor): Promise<void> {
  editor.dispatchCommand(UNDO_COMMAND, undefined)
  await settled()
}

function caretInBlock(editor: LexicalEditor, index: number, edge: 'start' | 'end' = 'end'): void {
  editor.update(
    () => {
      const block = $getRoot().getChildAtIndex(index)
      if (!$isElementNode(block)) return
      if (edge === 'start') block.selectStart()
      else block.selectEnd()
    },
    { discrete: true },
  )
}

describe('Markdown typed', () => {
  it.each([
    ['# Head', '# Head'],
    ['###### Head', '###### Head'],
    ['- item', '- item'],
    ['* item', '* item'],
    ['+ item', '+ item'],
    ['1. item', '1. item'],
    ['7) item', '7) item'],
    ['[] item', '- [ ] item'],
    ['[x] item', '- [x] item'],
    ['- [ ] item', '- [ ] item'],
    ['> said', '> said'],
    ['some **bold** text', 'some **bold** text'],
    ['some __bold__ text', 'some **bold** text'],
    ['some *italic* text', 'some *italic* text'],
    ['some _italic_ text', 'some *italic* text'],
    ['***both*** here', '**_both_** here'],
    ['some ~~struck~~ text', 'some ~~struck~~ text'],
    ['some `code` text', 'some `code` text'],
    ['a [link](https://example.org) here', 'a [link](https://example.org) here'],
    ['a \\*star\\* and \\_x', 'a \\*star\\* and \\_x'],
    ['\\# no head', '\\# no head'],
    ['\\- no list', '\\- no list'],
  ])('turns %s into what it means', async (typed, markdown) => {
    const editor = open('')
    await type(editor, typed)
    expect(written().trimEnd()).toBe(markdown)
  })

  it.each([
    'file_name_x',
    '2 * 3 * 4',
    'and/or',
    'a ~b~ c',
    '[link](javascript:alert(1))',
    '**bold*',
    '1.5 litres',
  ])('leaves %s as it is', async (typed) => {
    const editor = open('')
    await type(editor, typed)
    expect(editor.read(() => $getRoot().getTextContent())).toBe(typed)
  })

  it('goes on in plain text after what was closed', async () => {
    const editor = open('')
    await type(editor, 'a **b** c *d*e')
    expect(written().trimEnd()).toBe('a **b** c *d*e')
  })

  it('makes a code block with its language, and a divider, on Enter', async () => {
    const editor = open('')
    await type(editor, '~~~ts')
    await press(editor, 'Enter')
    await type(editor, 'let *a* = "--"')
    expect(written()).toBe('~~~ts\nlet *a* = "--"\n~~~\n')
    article?.dispose()
    const other = open('')
    await type(other, '---')
    await press(other, 'Enter')
    await type(other, 'below')
    expect(written()).toBe('---\n\nbelow\n')
  })

  it('changes the level of a heading, and the kind of a list, that is there', async () => {
    const editor = open('# Head')
    caretInBlock(editor, 0, 'start')
    await type(editor, '### ')
    expect(written()).toBe('### Head')
    article?.dispose()
    const other = open('- item')
    caretInBlock(other, 0, 'start')
    await type(other, '3. ')
    expect(written()).toBe('3. item')
  })

  it('takes back only the conversion with one undo, and does not convert again', async () => {
    const editor = open('')
    await type(editor, 'some **bold**')
    await undo(editor)
    expect(editor.read(() => $getRoot().getTextContent())).toBe('some **bold**')
    await type(editor, ' on')
    expect(editor.read(() => $getRoot().getTextContent())).toBe('some **bold** on')
  })

  it('takes back a conversion with one Backspace right after it', async () => {
    const editor = open('')
    await type(editor, '## ')
    await press(editor, 'Backspace')
    expect(editor.read(() => $getRoot().getTextContent())).toBe('## ')
  })

  it('formats what is selected when a mark is typed over it', async () => {
    const editor = open('one two three')
    editor.update(
      () => {
        $getRoot().getFirstDescendant()?.selectStart()
        const selection = $getSelection()
        if ($isRangeSelection(selection)) selection.focus.offset = 3
      },
      { discrete: true },
    )
    editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, '*')
    await settled()
    expect(written()).toBe('*one* two three')
    editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, '(')
    await settled()
    expect(written()).toBe('*(one)* two three')
  })
})

describe('signs', () => {
  it('lose the backslash that makes them characters, and Backspace brings it back', async () => {
    const editor = open('')
    await type(editor, 'a \\*')
    expect(editor.read(() => $getRoot().getTextContent())).toBe('a *')
    await press(editor, 'Backspace')
    expect(editor.read(() => $getRoot().getTextContent())).toBe('a \\*')
    article?.dispose()
    const other = open('')
    await type(other, '\\# one')
    expect(other.read(() => $getRoot().getTextContent())).toBe('# one')
  })

  it('make a table of a row with bars on Enter, and of one cell none', async () => {
    const editor = open('')
    await type(editor, '| Town | Ships \\| boats |')
    await press(editor, 'Enter')
    await type(editor, 'Aldane')
    expect(written().trimEnd()).toBe('| Town | Ships \\| boats |\n| - | - |\n| Aldane | |')
    article?.dispose()
    const other = open('')
    await type(other, '| one |')
    await press(other, 'Enter')
    expect(written()).toContain('one')
    expect(written()).not.toContain('-')
  })

  it('typed twice over a selection make it bold, three times both', async () => {
    const editor = open('one')
    editor.update(
      () => {
        const text = $getRoot().getFirstDescendant()
        if ($isTextNode(text)) text.select(0, 3)
      },
      { discrete: true },
    )
    for (const markdown of ['*one*', '**one**', '**_one_**']) {
      editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, '*')
      await settled()
      expect(written()).toBe(markdown)
    }
  })

  it('for quotations go around a selection as the language prints them', async () => {
    const editor = open('Ja')
    const stop = registerSmartTyping(editor, () => 'de')
    editor.update(
      () => {
        const text = $getRoot().getFirstDescendant()
        if ($isTextNode(text)) text.select(0, 2)
      },
      { discrete: true },
    )
    editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, '"')
    await settled()
    expect(written()).toBe('„Ja“')
    stop()
  })

  it('break a line, and take what is pasted, in an item that holds a listing', async () => {
    const editor = open('- one two\n\n  ~~~\n  x\n  ~~~\n')
    editor.update(
      () => {
        const text = $getRoot().getFirstDescendant()
        if ($isTextNode(text)) text.select(3, 3)
      },
      { discrete: true },
    )
    editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false)
    await settled()
    expect(written()).toBe('- one\\\n  two\n\n  ~~~\n  x\n  ~~~\n')
    editor.update(() => $insertMarkdown('a **b**\n\nc'), { discrete: true })
    expect(written()).toBe('- one\\\n  a **b** c two\n\n  ~~~\n  x\n  ~~~\n')
  })
})

describe('typography', () => {
  it('follows the language, and is taken back by one Backspace', async () => {
    const editor = open('')
    const stop = registerSmartTyping(editor, () => 'de')
    await type(editor, '"Ja"')
    expect(written().trimEnd()).toBe('„Ja“')
    await press(editor, 'Backspace')
    expect(written().trimEnd()).toBe('„Ja"')
    stop()
  })

  it('leaves code alone, and everything where it is switched off', async () => {
    const editor = open('```\nx\n```')
    const stop = registerSmartTyping(editor, () => 'en')
    caretInBlock(editor, 0)
    await type(editor, '"a"')
    expect(written()).toBe('```\nx"a"\n```')
    stop()
    article?.dispose()
    const other = open('')
    const stopOther = registerSmartTyping(other, () => null)
    await type(other, '"a"...')
    expect(written().trimEnd()).toBe('"a"...')
    stopOther()
  })
})

describe('at the edges of blocks', () => {
  it('Backspace makes a heading a paragraph before it joins anything', async () => {
    const editor = open('one\n\n## two')
    caretInBlock(editor, 1, 'start')
    await press(editor, 'Backspace')
    expect(written()).toBe('one\n\ntwo')
  })

  it('Backspace selects a divider first, and deletes it second', async () => {
    const editor = open('one\n\n---\n\ntwo')
    caretInBlock(editor, 2, 'start')
    await press(editor, 'Backspace')
    expect(editor.read(() => $isNodeSelection($getSelection()))).toBe(true)
    expect(written()).toBe('one\n\n---\n\ntwo')
    await press(editor, 'Backspace')
    expect(written()).toBe('one\n\ntwo')
  })

  it('Backspace at the start of a quotation takes its first paragraph out', async () => {
    const editor = open('> one\n>\n> two')
    caretInBlock(editor, 0, 'start')
    await press(editor, 'Backspace')
    expect(written()).toBe('one\n\n> two')
  })

  it('Enter twice leaves a list and a quotation', async () => {
    const editor = open('- one')
    await press(editor, 'Enter')
    await press(editor, 'Enter')
    await type(editor, 'out')
    expect(written()).toBe('- one\n\nout')
    article?.dispose()
    const other = open('> one')
    await press(other, 'Enter')
    await press(other, 'Enter')
    await type(other, 'out')
    expect(written()).toBe('> one\n\nout')
  })

  it('Tab moves an item in from anywhere in it, and does nothing to a paragraph', async () => {
    const editor = open('- one\n- two')
    await press(editor, 'Tab')
    expect(written()).toBe('- one\n  - two')
    article?.dispose()
    const other = open('one')
    await press(other, 'Tab')
    expect(written()).toBe('one')
  })
})

describe('blocks as wholes', () => {
  const edit = (editor: LexicalEditor, $edit: () => boolean) =>
    editor.update(() => void $edit(), { discrete: true })

  it('move up and down by one', () => {
    const editor = open('one\n\ntwo\n\n- three\n')
    caretInBlock(editor, 1)
    edit(editor, () => $moveBlocks('up'))
    expect(written()).toBe('two\n\none\n\n- three\n')
    edit(editor, () => $moveBlocks('down'))
    edit(editor, () => $moveBlocks('down'))
    expect(written()).toBe('one\n\n- three\n\ntwo\n')
    edit(editor, () => $moveBlocks('down'))
    expect(written()).toBe('one\n\n- three\n\ntwo\n')
  })

  it('move an item of a list with what is nested in it', () => {
    const editor = open('- one\n  - inner\n- two\n')
    caretInBlock(editor, 0, 'start')
    edit(editor, () => $moveBlocks('down'))
    expect(written()).toBe('- two\n- one\n  - inner\n')
    edit(editor, () => $moveBlocks('up'))
    expect(written()).toBe('- one\n  - inner\n- two\n')
  })

  it('are doubled with everything in them', () => {
    const editor = open('> one *two*\n>\n> three\n\nend\n')
    editor.update(() => $getRoot().getFirstChild()?.selectNext(), { discrete: true })
    caretInBlock(editor, 1)
    edit(editor, $duplicateBlocks)
    expect(written()).toBe('> one *two*\n>\n> three\n\nend\n\nend\n')
  })

  it('are deleted, and leave a line to write on', async () => {
    const editor = open('one')
    edit(editor, $deleteBlocks)
    await type(editor, 'new')
    expect(written()).toBe('new')
  })
})
