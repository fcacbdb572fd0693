import { expect, it } from 'vitest'
import { createLayoutStore } from '../state/layoutStore'
import { followAppearance } from './theme'

it('keeps the letters of a line when the text grows, and has more or fewer of them by its width', () => {
  const layout = createLayoutStore()
  const root = document.createElement('div')
  const stop = followAppearance(layout, root)
  const letters = (): number =>
    Number.parseFloat(root.style.getPropertyValue('--page-width')) /
    Number.parseFloat(root.style.getPropertyValue('--text-size'))
  const usual = letters()
  layout.setState({ textSize: 28 })
  expect(letters()).toBe(usual)
  layout.setState({ textWidth: 'narrow' })
  expect(letters()).toBeLessThan(usual)
  layout.setState({ textWidth: 'wide' })
  expect(letters()).toBeGreaterThan(usual)
  stop()
  layout.setState({ textWidth: 'normal' })
  expect(letters()).toBeGreaterThan(usual)
})
