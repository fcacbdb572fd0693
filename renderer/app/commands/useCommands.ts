import { useEffect, useMemo } from 'react'
import { useArticle, useDesk, useLayout } from '../DeskContext'
import { isTyping, matchesShortcut } from '../keys/shortcut'
import type { Command } from './command'
import { createDeskCommands } from './deskCommands'
import { createPageCommands } from './pageCommands'

/** Everything that can be done now: the desk's commands and those of the open article. */
export function useCommands(): readonly Command[] {
  const desk = useDesk()
  const session = useArticle((state) => state.session)
  const headingKeys = useLayout((state) => state.headingKeys)
  const own = useMemo(() => createDeskCommands(desk), [desk])
  return useMemo(
    () => [...own, ...createPageCommands(session, headingKeys, desk.host.platform)],
    [own, session, headingKeys, desk],
  )
}

/** Obeys the keyboard and the native menu. The one place where the desk's keys are handled. */
export function useCommandKeys(commands: readonly Command[]): void {
  const desk = useDesk()
  useEffect(() => {
    const { client, host, stores } = desk

    function press(event: KeyboardEvent): void {
      if (isTyping(event) || event.isComposing || event.defaultPrevented) return
      // A dialog has the keyboard to itself.
      if (stores.dialog.getState().dialog.kind !== 'none') return
      // Asked last: the browser brings its styles up to date before it answers.
      const isOnPage = () => event.target instanceof HTMLElement && event.target.isContentEditable
      const command = commands.find(
        ({ keys, scope }) =>
          keys.some((shortcut) => matchesShortcut(event, shortcut, host.platform)) &&
          (scope === 'desk' || isOnPage()),
      )
      if (command === undefined) return
      // Kept from the browser and the editor also when it cannot run now: Ctrl+S must not save the page.
      event.preventDefault()
      event.stopPropagation()
      if (command.isEnabled()) command.run()
    }

    // Before the editor sees them, which has keys of its own.
    window.addEventListener('keydown', press, { capture: true })
    const stop = client.subscribe('menu.command', ({ command: name }) => {
      const command = commands.find((each) => each.name === name)
      if (command?.isEnabled()) command.run()
    })
    return () => {
      window.removeEventListener('keydown', press, { capture: true })
      stop()
    }
  }, [commands, desk])
}
