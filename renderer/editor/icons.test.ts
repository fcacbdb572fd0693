import { expect, it } from 'vitest'
import { features } from '../../shared/features'
import { historyActions } from './historyActions'
import { iconNamed } from './icons'

it('has an icon for every action', () => {
  const actions = [...historyActions, ...features.flatMap((feature) => feature.actions)]
  for (const action of actions) expect(iconNamed(action.icon)).toBeDefined()
})
