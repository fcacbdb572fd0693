import { expect, it } from 'vitest'
import { iconNamed } from './icons'
import { ACTIONS } from './session'

it('has an icon for every action', () => {
  for (const action of ACTIONS) expect(iconNamed(action.icon)).toBeDefined()
})
