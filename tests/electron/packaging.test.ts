import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FuseV1Options } from '@electron/fuses'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { afterPack, fuses, programIn } from '../../scripts/fuses.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))
const config = parse(readFileSync(join(root, 'electron-builder.yml'), 'utf8'))

// The schema belongs to a package of electron-builder's own.
const builder = createRequire(
  createRequire(import.meta.url).resolve('electron-builder/package.json'),
)
const { validateConfiguration } = builder('app-builder-lib/out/util/config/config') as {
  validateConfiguration: (config: object, logger: { readonly isEnabled: boolean }) => Promise<void>
}
const validate = (candidate: object): Promise<void> =>
  validateConfiguration(candidate, { isEnabled: false })

describe('the packaging', () => {
  it('is written as electron-builder’s schema asks', async () => {
    await expect(validate(config)).resolves.toBeUndefined()
    await expect(validate({ ...config, asra: true })).rejects.toThrow(/asra/)
  })

  it('makes what each system installs', () => {
    expect(config.linux.target).toEqual(['AppImage', 'deb'])
    expect(config.mac.target).toEqual(['dmg'])
    expect(config.win.target).toEqual(['nsis'])
    expect(config.fileAssociations[0].ext).toEqual(['md', 'markdown', 'mdown', 'mkd'])
  })

  it('takes along what the bundles do not hold', () => {
    const { main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
    expect(main).toBe('dist/electron/main.mjs')
    expect(config.files).toContain('node_modules/@parcel/watcher/**')
    expect(config.extraResources).toEqual([{ from: 'samples', to: 'samples' }])
    expect(existsSync(join(root, config.directories.buildResources, 'icon.png'))).toBe(true)
    expect(config.asarUnpack).toEqual(['**/*.node'])
  })

  it('publishes nothing and looks for no updates (C36)', () => {
    expect(config.publish).toBeNull()
  })
})

describe('the fuses', () => {
  it('are all decided, and those that loosen the program are off (C8, C34)', () => {
    const names = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)))
    const decided = Object.fromEntries(
      names.map((name) => [name, Reflect.get(fuses, Reflect.get(FuseV1Options, name))]),
    )
    expect(decided).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    })
    expect(fuses.strictlyRequireAllFuses).toBe(true)
  })

  it('are set in the program of each system, before it is signed', () => {
    expect(config.afterPack).toBe('./scripts/fuses.mjs')
    const packager = { appInfo: { productFilename: 'Galley' }, executableName: 'galley' }
    const at = (electronPlatformName: string) =>
      programIn({ appOutDir: '/out', electronPlatformName, packager }).replaceAll('\\', '/')
    expect(at('linux')).toBe('/out/galley')
    expect(at('win32')).toBe('/out/Galley.exe')
    expect(at('darwin')).toBe('/out/Galley.app/Contents/MacOS/Galley')
  })

  it('fail the build when there is no program to set them in', async () => {
    const packager = { appInfo: { productFilename: 'Galley' }, executableName: 'galley' }
    const context = { appOutDir: '/nowhere', electronPlatformName: 'linux', packager }
    await expect(afterPack(context)).rejects.toThrow(/no program/)
  })
})

describe('what is shipped', () => {
  const sources = [
    'main/electron/main.ts',
    'main/electron/shell.ts',
    'scripts/start.mjs',
    'package.json',
    'electron-builder.yml',
  ]
  it('switches no protection off (C3, C39)', () => {
    for (const path of sources) {
      expect(readFileSync(join(root, path), 'utf8'), path).not.toMatch(
        /--no-sandbox|--disable-web-security|remote-debugging|ELECTRON_DISABLE_SECURITY_WARNINGS|--inspect/,
      )
    }
  })
})
