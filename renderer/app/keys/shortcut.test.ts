import { describe, expect, it } from 'vitest'
import { type KeyPress, matchesShortcut, showShortcut } from './shortcut'

function press(key: string, code: string, held = ''): KeyPress {
  return {
    key,
    code,
    ctrlKey: held.includes('ctrl'),
    metaKey: held.includes('meta'),
    shiftKey: held.includes('shift'),
    altKey: held.includes('alt'),
    getModifierState: (name) => name === 'AltGraph' && held.includes('AltGraph'),
  }
}

describe('a shortcut', () => {
  it('takes Mod for Cmd on a Mac and for Ctrl elsewhere', () => {
    expect(matchesShortcut(press('b', 'KeyB', 'meta'), 'Mod+B', 'mac')).toBe(true)
    expect(matchesShortcut(press('b', 'KeyB', 'ctrl'), 'Mod+B', 'mac')).toBe(false)
    expect(matchesShortcut(press('b', 'KeyB', 'ctrl'), 'Mod+B', 'linux')).toBe(true)
    expect(matchesShortcut(press('b', 'KeyB', 'meta'), 'Mod+B', 'windows')).toBe(false)
  })

  it('wants exactly its modifiers', () => {
    expect(matchesShortcut(press('B', 'KeyB', 'ctrl shift'), 'Mod+B', 'linux')).toBe(false)
    expect(matchesShortcut(press('b', 'KeyB'), 'Mod+B', 'linux')).toBe(false)
  })

  it('is never what AltGr types', () => {
    expect(matchesShortcut(press('€', 'Digit2', 'ctrl alt'), 'Mod+Alt+2', 'windows')).toBe(true)
    expect(matchesShortcut(press('²', 'Digit2', 'ctrl alt AltGraph'), 'Mod+Alt+2', 'windows')).toBe(
      false,
    )
  })

  it('finds digits by their place, whatever Shift or the layout makes of them', () => {
    expect(matchesShortcut(press('&', 'Digit7', 'ctrl shift'), 'Mod+Shift+7', 'linux')).toBe(true)
    expect(matchesShortcut(press('é', 'Digit2', 'ctrl'), 'Mod+2', 'linux')).toBe(true)
  })

  it('finds letters by their sign, and by their place where the layout has no Latin letters', () => {
    expect(matchesShortcut(press('a', 'KeyQ', 'ctrl'), 'Mod+A', 'linux')).toBe(true)
    expect(matchesShortcut(press('a', 'KeyQ', 'ctrl'), 'Mod+Q', 'linux')).toBe(false)
    expect(matchesShortcut(press('и', 'KeyB', 'ctrl'), 'Mod+B', 'linux')).toBe(true)
  })

  it('finds signs that Shift changes', () => {
    expect(matchesShortcut(press('?', 'Slash', 'ctrl shift'), 'Mod+Shift+/', 'linux')).toBe(true)
    expect(matchesShortcut(press('/', 'Digit7', 'ctrl shift'), 'Mod+Shift+/', 'linux')).toBe(true)
  })

  it('knows keys by name', () => {
    expect(matchesShortcut(press('F6', 'F6', 'shift'), 'Shift+F6', 'linux')).toBe(true)
    expect(matchesShortcut(press('Enter', 'Enter', 'meta'), 'Mod+Enter', 'mac')).toBe(true)
  })

  it('is written as the platform writes it', () => {
    expect(showShortcut('Mod+Shift+P', 'mac')).toBe('⇧⌘P')
    expect(showShortcut('Mod+Shift+P', 'linux')).toBe('Ctrl+Shift+P')
    expect(showShortcut('Alt+Shift+ArrowUp', 'windows')).toBe('Alt+Shift+↑')
  })
})
