import { describe, expect, it } from 'vitest'
import { listReview, parseNodes, tellSuggestion } from '.'
import { composeEdit } from './compose'

/** What the cards say of an edit, with the words that go and come. */
function told(before: string, after: string): readonly string[] {
  const mode = { kind: 'suggesting', author: 'ben', timeAt: () => '2026-11-24T10:02Z' } as const
  const nodes = composeEdit(parseNodes(before), after, mode)
  return listReview(nodes).suggestions.map((suggestion) => {
    const { does, deleted, inserted } = tellSuggestion(suggestion)
    return [does, deleted && `-${deleted}`, inserted && `+${inserted}`].filter(Boolean).join(' ')
  })
}

describe('a suggestion is told by what it does', () => {
  it.each([
    ['One.\n\nTwo.\n', 'One.Two.\n', 'Join with the paragraph above'],
    ['One\ntwo.\n', 'Onetwo.\n', 'Join with the line above'],
    ['One.\n\n## Two\n', 'One.Two\n', 'Join the heading with what is above'],
    ['- one\n- two\n', '- onetwo\n', 'Join the list item with what is above'],
    ['One.\n\n> Two.\n', 'One.Two.\n', 'Join the quotation with what is above'],
    ['> One.\n>\n> Two.\n', '> One.Two.\n', 'Join with the paragraph above'],
    ['One two.\n', 'One\n\ntwo.\n', 'Split the paragraph'],
    ['## One two\n', '## One\n\ntwo\n', 'Split the paragraph'],
    ['- one two\n', '- one\n- two\n', 'Split the list item'],
    ['1. one two\n', '1. one\n2. two\n', 'Split the list item'],
    ['> one two\n', '> one\n>\n> two\n', 'Split the paragraph'],
    ['One two.\n', 'One\\\ntwo.\n', 'Break the line'],
    ['One.\n', '## One.\n', 'Make it a heading'],
    ['## One.\n', '### One.\n', 'Change the heading’s level'],
    ['### One.\n', '## One.\n', 'Change the heading’s level'],
    ['## One.\n', 'One.\n', 'Make the heading a paragraph'],
    ['- one\n- two\n', '- one\n  - two\n', 'Indent'],
    ['> One.\n', 'One.\n', 'Take it out of the quotation'],
    ['One.\n', '> One.\n', 'Make it a quotation'],
    ['One.\n\nTwo.\n', 'One.\n\n- Two.\n', 'Make it a list item'],
    ['- one\n- two\n', '- one\n\ntwo\n', 'Make it a paragraph'],
    ['Onetwo.\n', 'One two.\n', 'Add a space'],
  ])('%j to %j', (before, after, words) => {
    expect(told(before, after)).toEqual([words])
  })

  it('and by its words where it has any, without the signs of Markdown', () => {
    expect(told('One two.\n', 'One three.\n')).toEqual(['Replace -two +three'])
    expect(told('One.\n\n## Two words\n', 'One.\n')).toEqual(['Delete -Two words'])
    expect(told('One.\n\nTwo.\n', 'Two.\n\nOne.\n')).toEqual(['Moved down +One.'])
  })

  it('and by its signs where nothing else changes', () => {
    expect(told('[a](b.html) c\n', '[a](d.html) c\n')).toEqual(['Replace -b +d'])
  })
})
