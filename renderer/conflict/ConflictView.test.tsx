import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { MergePart } from '../../shared/article/merge'
import { TooltipProvider } from '../ui/Tooltip'
import { ConflictView } from './ConflictView'

const parts: readonly MergePart[] = [
  { kind: 'agreed', text: 'It began.\n\n' },
  {
    kind: 'conflict',
    scale: 'sentences',
    base: 'The talks ran. ',
    mine: 'The talks lasted. ',
    theirs: 'The talks took. ',
  },
  { kind: 'agreed', text: 'Then lunch.\n\n' },
  { kind: 'conflict', scale: 'blocks', base: 'Old.\n\n', mine: '', theirs: 'New.\n\n' },
  { kind: 'agreed', text: 'The end.\n' },
]

let stop = (): void => undefined
const onResolved = vi.fn<(text: string) => void>()
const onLater = vi.fn<() => void>()

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  act(() =>
    root.render(
      <TooltipProvider>
        <ConflictView
          parts={parts}
          mineLabel="This page"
          theirsLabel="The file"
          onResolved={onResolved}
          onLater={onLater}
        />
      </TooltipProvider>,
    ),
  )
  stop = () => {
    act(() => root.unmount())
    place.remove()
  }
})

afterEach(() => {
  stop()
  vi.clearAllMocks()
})

function press(key: string, more: KeyboardEventInit = {}): void {
  const target = document.activeElement?.closest('section')
    ? document.activeElement
    : document.querySelector('section')
  act(() => {
    target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, ...more }))
  })
}

function use(): HTMLButtonElement | undefined {
  return [...document.querySelectorAll('button')].find(
    ({ textContent }) => textContent === 'Use this',
  )
}

it('lets nothing be used before all is decided', () => {
  expect(use()?.disabled).toBe(true)
  press('Enter', { ctrlKey: true })
  expect(onResolved).not.toHaveBeenCalled()
})

it('is decided by keys alone', () => {
  press('n')
  press('1')
  press('n')
  press('2')
  expect(use()?.disabled).toBe(false)
  press('Enter', { ctrlKey: true })
  expect(onResolved).toHaveBeenCalledWith(
    'It began.\n\nThe talks lasted. Then lunch.\n\nNew.\n\nThe end.\n',
  )
})

it('keeps both readings where that is chosen', () => {
  press('n')
  press('3')
  press('p')
  press('1')
  press('Enter', { metaKey: true })
  expect(onResolved).toHaveBeenCalledWith(
    'It began.\n\nThe talks lasted. The talks took. Then lunch.\n\nThe end.\n',
  )
})

it('marks the words that each version changed', () => {
  const texts = (name: string): readonly (string | null)[] =>
    [...document.querySelectorAll(name)].map(({ textContent }) => textContent)
  expect(texts('ins')).toEqual(['lasted', 'took', 'New'])
  expect(texts('del')).toEqual(['ran', 'ran', 'Old.', 'Old'])
})

it('can be left for later', () => {
  press('Escape')
  expect(onLater).toHaveBeenCalledOnce()
})
