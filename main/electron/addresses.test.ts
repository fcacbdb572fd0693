import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { externalAddress, mayNavigate } from './addresses'

describe('a page', () => {
  it('may go to itself', () => {
    expect(mayNavigate('app://galley/index.html', { isMain: true })).toBe(true)
    expect(mayNavigate('app://galley/index.html#top', { isMain: true })).toBe(true)
    expect(mayNavigate('app://galley/preview.html', { isMain: false })).toBe(true)
  })

  it.each([
    'app://galley/preview.html',
    'app://galley/',
    'app://galley/index.html?x',
    'app://galley/index.html/../x',
    'app://galley.evil/index.html',
    'app://galleyx/index.html',
    'app://user@galley/index.html',
    'app://x.galley/index.html',
    'app.evil://galley/index.html',
    'https://galley/index.html',
    'https://evil.example/app://galley/index.html',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'data:text/html,x',
    'blob:app://galley/1234',
    'about:blank',
    '',
    'index.html',
  ])('may not go to %s (C12)', (address) => {
    expect(mayNavigate(address, { isMain: true })).toBe(false)
  })

  it('may not show the desk in a frame', () => {
    expect(mayNavigate('app://galley/index.html', { isMain: false })).toBe(false)
  })
})

describe('a link', () => {
  it.each([
    'https://example.org/a?b=c#d',
    'http://example.org/',
    'mailto:ana@example.org?subject=Talks',
    'https://xn--bcher-kva.example/',
  ])('to %s may be opened', (address) => {
    expect(externalAddress(address)).toBe(address)
  })

  const schemes = [
    ...['file', 'smb', 'ms-msdt', 'ms-officecmd', 'search-ms', 'ms-word', 'vscode', 'javascript'],
    ...[
      'data',
      'vbscript',
      'ftp',
      'sftp',
      'ssh',
      'telnet',
      'jar',
      'view-source',
      'chrome',
      'about',
    ],
    ...[
      'app',
      'blob',
      'filesystem',
      'intent',
      'itms',
      'facetime',
      'tel',
      'sms',
      'steam',
      'zoommtg',
    ],
    ...['x-apple.systempreferences', 'shell', 'ldap', 'dict', 'gopher', 'ws', 'wss', 'news', 'git'],
  ]
  it.each(schemes)('by the scheme %s may not', (scheme) => {
    for (const rest of ['//example.org/x', 'x', '///C:/Windows/System32/calc.exe', '/x?y']) {
      expect(externalAddress(`${scheme}:${rest}`)).toBeNull()
      expect(externalAddress(`${scheme.toUpperCase()}:${rest}`)).toBeNull()
    }
  })

  it.each([
    '\\\\server\\share\\x.exe',
    '//server/share',
    'https:\\\\evil.example',
    'https://user:pass@example.org/',
    'https://bank.example@evil.example/',
    'https://example.org/a b',
    'https://example.org/\n',
    'https://example.org/\u202Egpj.exe',
    'https://example.org/\u0000',
    ' https://example.org/',
    'mailto:a@b.c?attach=/etc/passwd',
    'mailto:a@b.c?subject=x&attachment=C:/x',
    `https://example.org/${'x'.repeat(2048)}`,
    'https://',
    'example.org',
    '',
  ])('%j may not', (address) => {
    expect(externalAddress(address)).toBeNull()
  })

  it('is opened by a known scheme or not at all, whatever it is (C15)', () => {
    const piece = fc.constantFrom(
      'https:',
      'file:',
      '//',
      '/',
      '\\',
      '@',
      'x.org',
      ':',
      '\t',
      '?',
      '#',
      '%00',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.array(piece).map((all) => all.join('')),
        ),
        (address) => {
          const opened = externalAddress(address)
          if (opened !== null) expect(opened).toMatch(/^(https?:\/\/[^@/\\\s]+(\/|$|\?|#)|mailto:)/)
        },
      ),
      { numRuns: 5000 },
    )
  })
})
