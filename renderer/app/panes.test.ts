import { beforeEach, expect, it } from 'vitest'
import { eventually } from '../../tests/support/eventually'
import type { Desk } from '../state/desk'
import { catchFocus, focusPane, movePane } from './panes'

const session = { focus: () => byId('body')?.focus() }
const desk = { stores: { article: { getState: () => ({ session }) } } } as unknown as Desk

const byId = (id: string) => document.getElementById(id)
const focused = () => document.activeElement?.id

beforeEach(() => {
  document.body.innerHTML = `
    <header data-pane="bar"><button id="menu" tabindex="0">Menu</button></header>
    <nav data-pane="outline"><p>No headings yet.</p></nav>
    <main data-pane="article"><div id="body" tabindex="0"></div></main>
    <aside data-pane="review"><p>Nothing said.</p><button id="reply" tabindex="0">Reply</button></aside>
    <aside data-pane="preview">
      <button id="tab" tabindex="0">Details</button>
      <div id="details" data-pane-focus tabindex="-1"><input id="slug" tabindex="0"></div>
    </aside>`
})

it('goes round all panes that have something for the keyboard, and past those that have not', () => {
  const way = ['body', 'reply', 'slug', 'menu', 'body']
  for (const place of way) {
    movePane(desk, 1)
    expect(focused()).toBe(place)
  }
  for (const place of way.toReversed().slice(1)) {
    movePane(desk, -1)
    expect(focused()).toBe(place)
  }
})

it('waits for what a pane shows, rather than stopping at its tabs', async () => {
  const details = byId('details')
  details?.remove()
  focusPane('preview')
  await new Promise((done) => requestAnimationFrame(done))
  expect(focused()).not.toBe('tab')
  document.querySelector('[data-pane="preview"]')?.append(details ?? '')
  await eventually(() => expect(focused()).toBe('slug'))
})

it('gives the keyboard to the page when what had it is gone, and takes it from nothing else', () => {
  byId('reply')?.focus()
  catchFocus(desk)
  expect(focused()).toBe('reply')
  byId('reply')?.blur()
  catchFocus(desk)
  expect(focused()).toBe('body')
})
