import { describe, expect, it } from 'vitest'
import type { HostInfo } from '../../state/desk'
import { deskKeys, shownKey } from './deskKeys'

const inBrowser = { host: 'browser', platform: 'linux' } as HostInfo
const inWindow = { host: 'electron', platform: 'linux' } as HostInfo

describe('the key of a command', () => {
  it('is one that reaches the desk: a browser keeps Ctrl+N to itself', () => {
    expect(shownKey(inBrowser, 'article.new')).toBe('Alt+Shift+N')
    expect(deskKeys(inBrowser, 'article.new')).not.toContain('Mod+N')
    expect(shownKey(inWindow, 'article.new')).toBe('Ctrl+N')
  })

  it('is the native menu’s where the window has one for it', () => {
    expect(deskKeys(inWindow, 'view.fullScreen')).toEqual([])
    expect(deskKeys(inBrowser, 'view.fullScreen')).not.toEqual([])
  })

  it('is none where the command has none', () => {
    expect(shownKey(inBrowser, 'article.rename')).toBeUndefined()
  })
})
