import { describe, expect, it } from 'vitest'
import { handleBefore, peopleFor } from './handles'

const ana = { handle: 'ana', name: 'Ana Ruiz', colour: '' }
const ben = { handle: 'ben', name: 'Ben Dahl', colour: '' }

describe('handles in comments', () => {
  it('are being written after an @ that begins a word', () => {
    expect(handleBefore('Ask @an', 7)).toEqual({ start: 4, typed: 'an' })
    expect(handleBefore('@', 1)).toEqual({ start: 0, typed: '' })
  })

  it('are not an address of mail, and end at a space', () => {
    expect(handleBefore('ana@exam', 8)).toBeNull()
    expect(handleBefore('@ana said', 9)).toBeNull()
  })

  it('are found by handle, first name or family name', () => {
    expect(peopleFor('ru', [ana, ben])).toEqual([ana])
    expect(peopleFor('BE', [ana, ben])).toEqual([ben])
    expect(peopleFor('', [ana, ben])).toEqual([ana, ben])
    expect(peopleFor('x', [ana, ben])).toEqual([])
  })
})
