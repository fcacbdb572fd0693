import { useCallback } from 'react'
import type { Action } from '../../shared/features/feature'
import { useDesk } from '../app/DeskContext'
import { keysOn, showShortcut } from '../app/keys/shortcut'

/** Tells an action's first key as this person's platform and settings show it. */
export function useActionKeys(
  preset: 'document' | 'markdown',
): (action: Action) => string | undefined {
  const { platform } = useDesk().host
  return useCallback(
    ({ shortcuts }) => {
      const [first] = keysOn(shortcuts?.[preset] ?? shortcuts?.document ?? [], platform)
      return first === undefined ? undefined : showShortcut(first, platform)
    },
    [preset, platform],
  )
}
