import type { Output } from '../../../shared/api/contract'

export type Platform = Output<'app.info'>['platform']

/** The parts of a keyboard event that a shortcut is matched against. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'getModifierState'
>

interface ParsedShortcut {
  readonly mod: boolean
  readonly ctrl: boolean
  readonly shift: boolean
  readonly alt: boolean
  readonly key: string
}

/** Where a sign sits on the keyboard, for layouts and modifiers that make another sign of the key. */
const CODES: Readonly<Record<string, string>> = {
  '/': 'Slash',
  ',': 'Comma',
  '.': 'Period',
  ';': 'Semicolon',
  "'": 'Quote',
  '[': 'BracketLeft',
  ']': 'BracketRight',
  '\\': 'Backslash',
  '-': 'Minus',
  '=': 'Equal',
  '`': 'Backquote',
}

const parsed = new Map<string, ParsedShortcut>()

/** Reads a shortcut such as `Mod+Shift+K`. Each is read once: every key press is held against them all. */
export function parseShortcut(shortcut: string): ParsedShortcut {
  const known = parsed.get(shortcut)
  if (known !== undefined) return known
  // `+` parts the names, and may itself be the key: `Mod++`.
  const parts = shortcut.split(/\+(?!$)/)
  const names = new Set(parts.slice(0, -1))
  const read: ParsedShortcut = {
    mod: names.has('Mod'),
    ctrl: names.has('Ctrl'),
    shift: names.has('Shift'),
    alt: names.has('Alt'),
    key: parts.at(-1) ?? '',
  }
  parsed.set(shortcut, read)
  return read
}

/**
 * The shortcuts that a platform has, first the one to show. One that starts with `mac:` or `pc:` is
 * there only: Cmd+H hides a Mac's window, and elsewhere Ctrl+H replaces.
 */
export function keysOn(shortcuts: readonly string[], platform: Platform): readonly string[] {
  const other = platform === 'mac' ? 'pc:' : 'mac:'
  return shortcuts
    .filter((shortcut) => !shortcut.startsWith(other))
    .map((shortcut) => shortcut.replace(/^(?:mac|pc):/, ''))
}

/** What a browser does itself and tells no page of. */
const KEPT_BY_BROWSERS: readonly string[] = ['Mod+N']

/** The shortcuts that reach the desk in a browser: to show one that opens a new window would mislead. */
export function keysInBrowser(shortcuts: readonly string[]): readonly string[] {
  return shortcuts.filter((shortcut) => !KEPT_BY_BROWSERS.includes(shortcut))
}

/** Whether a key press only types its sign, which no shortcut may be: most presses are. */
export function isTyping({ key, ctrlKey, metaKey, altKey }: KeyPress): boolean {
  return key.length === 1 && !ctrlKey && !metaKey && !altKey
}

/** Whether a key press is this shortcut on this platform. */
export function matchesShortcut(press: KeyPress, shortcut: string, platform: Platform): boolean {
  const { mod, ctrl, shift, alt, key } = parseShortcut(shortcut)
  const mac = platform === 'mac'
  if (press.metaKey !== (mac && mod)) return false
  if (press.ctrlKey !== (ctrl || (!mac && mod))) return false
  if (press.shiftKey !== shift || press.altKey !== alt) return false
  // On many layouts AltGr arrives as Ctrl+Alt and types a sign; it must never be taken for a command.
  if (!mac && press.getModifierState('AltGraph')) return false
  return matchesKey(press, key)
}

function matchesKey(press: KeyPress, key: string): boolean {
  if (/^\d$/.test(key)) return press.code === `Digit${key}`
  if (/^[A-Z]$/i.test(key)) {
    if (press.key.toUpperCase() === key.toUpperCase()) return true
    // A layout without Latin letters, or a Mac's Alt, makes another sign of the key.
    return !/^[a-z]$/i.test(press.key) && press.code === `Key${key.toUpperCase()}`
  }
  const code = CODES[key]
  if (code !== undefined) return press.key === key || press.code === code
  return press.key === (key === 'Space' ? ' ' : key)
}

const MAC_KEYS: Readonly<Record<string, string>> = {
  Enter: '↩',
  Backspace: '⌫',
  Delete: '⌦',
  Tab: '⇥',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

const OTHER_KEYS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}

/** A shortcut as the person's platform writes it. */
export function showShortcut(shortcut: string, platform: Platform): string {
  const { mod, ctrl, shift, alt, key } = parseShortcut(shortcut)
  if (platform === 'mac') {
    const signs = [ctrl && '⌃', alt && '⌥', shift && '⇧', mod && '⌘'].filter(Boolean).join('')
    return signs + (MAC_KEYS[key] ?? key)
  }
  const names = [(mod || ctrl) && 'Ctrl', alt && 'Alt', shift && 'Shift', OTHER_KEYS[key] ?? key]
  return names.filter(Boolean).join('+')
}
