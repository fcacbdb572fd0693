import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readPageFiles } from '../../main/adapters/page/pageFiles'
import { createPageHandler } from '../../main/electron/pageScheme'

let base: string
let answer: (request: Request) => Response

beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'galley-test-'))
  await mkdir(join(base, 'renderer/assets'), { recursive: true })
  await writeFile(join(base, 'renderer/index.html'), 'DESK')
  await writeFile(join(base, 'renderer/preview.html'), 'PREVIEW')
  await writeFile(join(base, 'renderer/assets/main.js'), 'CODE')
  await writeFile(join(base, 'secret.txt'), 'SECRET')
  await symlink(join(base, 'secret.txt'), join(base, 'renderer/link.txt'))
  answer = createPageHandler(await readPageFiles(join(base, 'renderer')))
})
afterAll(() => rm(base, { recursive: true }))

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; font-src 'self'; connect-src 'none'; worker-src 'self'; frame-src 'self'; object-src 'none'; trusted-types default; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"

describe('the scheme of our pages', () => {
  it.each([
    ['app://galley/index.html', 200, 'DESK'],
    ['app://galley/', 200, 'DESK'],
    ['app://galley/assets/main.js', 200, 'CODE'],
    ['app://galley/none.js', 404, 'There is nothing here.\n'],
    ['app://galley/link.txt', 404, 'There is nothing here.\n'],
    ['app://elsewhere/index.html', 404, 'There is nothing here.\n'],
    ['app://galley:99/index.html', 404, 'There is nothing here.\n'],
  ])('answers %s with %i', async (url, status, body) => {
    const response = answer(new Request(url))
    expect(response.status).toBe(status)
    expect(await response.text()).toBe(body)
    expect(response.headers.get('content-security-policy')).toBe(POLICY)
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it('gives the preview a policy under which nothing runs', () => {
    const policy = answer(new Request('app://galley/preview.html')).headers.get(
      'content-security-policy',
    )
    expect(policy).toMatch(/^default-src 'none'; style-src 'self'; /)
    expect(policy).not.toContain('script-src')
  })

  it('only reads', () => {
    expect(answer(new Request('app://galley/', { method: 'POST', body: 'x' })).status).toBe(405)
  })

  it('yields no file from outside the renderer, whatever the address (C7)', async () => {
    const piece = fc.constantFrom(
      ...[
        '..',
        '.',
        '%2e%2e',
        '%2E%2e',
        '.%2e',
        '..%2f',
        '..%5c',
        '\\',
        '/',
        '//',
        '%00',
        '%',
        '%ff',
      ],
      ...[
        'secret.txt',
        'renderer',
        'assets',
        'C:',
        'C|',
        'file:',
        '::$DATA',
        'SECRET~1.TXT',
        '\\\\server',
      ],
      ...['link.txt', '%c0%ae%c0%ae', '?', '#', ';', '@', '\u2025', '\uff0e\uff0e', '%25%32%65'],
    )
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 9 }), fc.webPath(), async (pieces, path) => {
        for (const url of [
          `app://galley/${pieces.join('/')}`,
          `app://galley/${pieces.join('')}${path}`,
        ]) {
          if (!URL.canParse(url)) continue
          const response = answer(new Request(url))
          expect([200, 404]).toContain(response.status)
          expect(['DESK', 'PREVIEW', 'CODE', 'There is nothing here.\n']).toContain(
            await response.text(),
          )
        }
      }),
      { numRuns: 5_000 },
    )
  })
})
