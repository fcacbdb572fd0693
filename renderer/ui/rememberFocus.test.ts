import { expect, it } from 'vitest'
import { rememberFocus } from './rememberFocus'

it('brings back the focus and the caret of an editable page', () => {
  document.body.replaceChildren()
  const page = document.createElement('div')
  page.contentEditable = 'true'
  page.tabIndex = 0
  page.textContent = 'The talks lasted five hours.'
  const field = document.createElement('input')
  document.body.append(page, field)
  const text = page.firstChild
  if (text === null) throw new Error('The page holds its text.')
  page.focus()
  document.getSelection()?.setBaseAndExtent(text, 10, text, 4)

  const bringBack = rememberFocus()
  field.focus()
  document.getSelection()?.setBaseAndExtent(text, 0, text, 0)
  bringBack()

  expect(document.activeElement).toBe(page)
  expect(document.getSelection()?.anchorOffset).toBe(10)
  expect(document.getSelection()?.focusOffset).toBe(4)
})

it('leaves the focus alone when what had it is gone', () => {
  const gone = document.createElement('button')
  document.body.append(gone)
  gone.focus()
  const bringBack = rememberFocus()
  gone.remove()
  bringBack()
  expect(document.activeElement).not.toBe(gone)
})
