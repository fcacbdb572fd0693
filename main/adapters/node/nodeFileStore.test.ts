import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Revision } from '../../../shared/domain/article'
import type { FileStore, Root } from '../../ports/fileStore'
import { type DiskCalls, nodeDisk } from './diskCalls'
import { createNodeFileStore } from './nodeFileStore'
import { revisionOf } from './openedFile'
import { backupBytes } from './writeInPlace'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const everything = { acceptsFile: () => true, acceptsFolder: () => true }
const old = revisionOf(bytes('Old.\n'))

let base: string
let root: Root
let files: FileStore

beforeEach(async () => {
  base = await fs.realpath(await fs.mkdtemp(join(tmpdir(), 'galley-test-')))
  root = join(base, 'library') as Root
  await fs.mkdir(root)
  await fs.writeFile(join(root, 'a.md'), 'Old.\n')
  await fs.writeFile(join(base, 'secret.md'), 'Secret.\n')
  files = createNodeFileStore()
})
afterEach(() => fs.rm(base, { recursive: true, force: true }))

const read = (path: string): Promise<string> => fs.readFile(join(root, path), 'utf8')
const names = async (): Promise<readonly string[]> => (await fs.readdir(root)).sort()
const failing = (code: string, syscall = ''): Error =>
  Object.assign(new Error(code), { code, syscall })

/** The real disk with some calls replaced. */
function diskWith(calls: Partial<DiskCalls>): FileStore {
  return createNodeFileStore({ ...nodeDisk, ...calls })
}

/** The real disk, with a file handle's methods replaced for files that are being written. */
function diskWithHandles(change: (handle: fs.FileHandle, path: string) => void): FileStore {
  return diskWith({
    open: async (path, flags, mode) => {
      const handle = await fs.open(path, flags, mode)
      if (flags === 'wx' || flags === 'r+') change(handle, String(path))
      return handle
    },
  })
}

describe('a link', () => {
  it('R18 is written through and stays a link', async () => {
    await fs.mkdir(join(root, 'sub'))
    await fs.symlink('../a.md', join(root, 'sub/link.md'))
    await files.replace(root, 'sub/link.md', bytes('New.\n'), old)
    expect((await fs.lstat(join(root, 'sub/link.md'))).isSymbolicLink()).toBe(true)
    expect(await read('a.md')).toBe('New.\n')
  })

  it('that leads outside is listed with the reason, and neither read nor written', async () => {
    await fs.symlink(join(base, 'secret.md'), join(root, 'link.md'))
    const { files: found } = await files.list(root, everything)
    expect(found.find(({ path }) => path === 'link.md')?.problem).toMatch(/outside/)
    await expect(files.read(root, 'link.md', { maxBytes: 99 })).rejects.toMatchObject({
      code: 'denied',
    })
    const secret = revisionOf(bytes('Secret.\n'))
    await expect(files.replace(root, 'link.md', bytes('x'), secret)).rejects.toMatchObject({
      code: 'denied',
    })
    expect(await fs.readFile(join(base, 'secret.md'), 'utf8')).toBe('Secret.\n')
  })

  it('to a folder outside is no way out', async () => {
    await fs.mkdir(join(base, 'elsewhere'))
    await fs.symlink(join(base, 'elsewhere'), join(root, 'out'))
    await expect(files.create(root, 'out/x.md', bytes('x'))).rejects.toMatchObject({
      code: 'denied',
    })
    await expect(files.makeFolder(root, 'out/sub')).rejects.toMatchObject({ code: 'denied' })
    await expect(files.move(root, 'a.md', 'out/a.md')).rejects.toMatchObject({ code: 'denied' })
    expect(await fs.readdir(join(base, 'elsewhere'))).toEqual([])
    expect((await files.list(root, everything)).problems).toEqual([
      expect.stringContaining('“out” leads outside'),
    ])
  })

  it('in a circle is told of and hangs nothing', async () => {
    await fs.symlink('two.md', join(root, 'one.md'))
    await fs.symlink('one.md', join(root, 'two.md'))
    await fs.symlink('.', join(root, 'itself'))
    const { files: found } = await files.list(root, everything)
    expect(found.map(({ path }) => path)).toEqual(['a.md', 'one.md', 'two.md'])
    expect(found[1]?.problem).toMatch(/leads back/)
  })

  it('to nothing is listed with the reason', async () => {
    await fs.symlink('gone.md', join(root, 'link.md'))
    const { files: found } = await files.list(root, everything)
    expect(found[1]?.problem).toMatch(/gone/)
  })

  it('is renamed as a link, and not moved where it would lead nowhere', async () => {
    await fs.symlink('a.md', join(root, 'link.md'))
    await files.move(root, 'link.md', 'other.md')
    expect(await fs.readlink(join(root, 'other.md'))).toBe('a.md')
    await files.makeFolder(root, 'sub')
    await expect(files.move(root, 'other.md', 'sub/other.md')).rejects.toMatchObject({
      code: 'invalid',
    })
  })
})

describe('a save', () => {
  it('R21 keeps the mode of the file', async () => {
    await fs.chmod(join(root, 'a.md'), 0o640)
    await files.replace(root, 'a.md', bytes('New.\n'), old)
    expect((await fs.stat(join(root, 'a.md'))).mode & 0o777).toBe(0o640)
  })

  it('R20 keeps both names of a file that has two', async () => {
    await fs.link(join(root, 'a.md'), join(root, 'twin.md'))
    await files.replace(root, 'a.md', bytes('New and longer.\n'), old)
    expect(await read('twin.md')).toBe('New and longer.\n')
    expect((await fs.stat(join(root, 'a.md'))).nlink).toBe(2)
    expect(await names()).toEqual(['a.md', 'twin.md'])
  })

  it('refuses a read-only file with a way out', async () => {
    await fs.chmod(join(root, 'a.md'), 0o444)
    const opened = await files.read(root, 'a.md', { maxBytes: 99 })
    expect(opened.readOnly).toMatch(/read-only/)
    await expect(files.replace(root, 'a.md', bytes('New.\n'), old)).rejects.toMatchObject({
      code: 'denied',
      message: expect.stringContaining('read-only'),
    })
    expect(await read('a.md')).toBe('Old.\n')
  })

  it('works for a name as long as names get', async () => {
    const name = `${'n'.repeat(252)}.md`
    const { revision } = await files.create(root, name, bytes('One.\n'))
    await files.replace(root, name, bytes('Two.\n'), revision)
    expect(await read(name)).toBe('Two.\n')
  })

  it('writes every byte when each call takes only a part', async () => {
    const text = 'x'.repeat(5000)
    const slow = diskWithHandles((handle) => {
      const write = handle.write.bind(handle) as (
        buffer: Uint8Array,
        offset: number,
        length: number,
        position: number,
      ) => Promise<{ bytesWritten: number; buffer: Uint8Array }>
      handle.write = ((buffer: Uint8Array, offset: number, length: number, position: number) =>
        write(buffer, offset, Math.min(length, 777), position)) as typeof handle.write
    })
    await slow.replace(root, 'a.md', bytes(text), old)
    expect(await read('a.md')).toBe(text)
  })

  it.each([
    ['ENOSPC', 'write', /disk is full/],
    ['EDQUOT', 'write', /share of the disk/],
    ['EFBIG', 'write', /larger/],
    ['EIO', 'write', /error/],
    ['ENOSPC', 'sync', /disk is full/],
    ['EIO', 'sync', /error/],
    ['EIO', 'close', /error/],
  ] as const)(
    'that fails with %s on %s leaves the old text and nothing else',
    async (code, call, message) => {
      const broken = diskWithHandles((handle) => {
        const close = handle.close.bind(handle)
        handle[call] = async () => {
          if (call === 'close') await close()
          throw failing(code)
        }
      })
      await expect(broken.replace(root, 'a.md', bytes('New.\n'), old)).rejects.toThrow(message)
      expect(await read('a.md')).toBe('Old.\n')
      expect(await names()).toEqual(['a.md'])
    },
  )

  it('that comes out short is a failure, not a short file', async () => {
    const broken = diskWithHandles((handle) => {
      handle.write = (async (buffer: Uint8Array, _offset: number, length: number) => ({
        bytesWritten: length,
        buffer,
      })) as typeof handle.write
    })
    await expect(broken.replace(root, 'a.md', bytes('New.\n'), old)).rejects.toMatchObject({
      code: 'unavailable',
    })
    expect(await read('a.md')).toBe('Old.\n')
  })

  it('waits for a program that holds the file for a moment', async () => {
    let tries = 0
    const held = diskWith({
      rename: async (from, to) => {
        tries += 1
        if (tries < 4) throw failing('EBUSY')
        return fs.rename(from, to)
      },
    })
    await held.replace(root, 'a.md', bytes('New.\n'), old)
    expect(await read('a.md')).toBe('New.\n')
  })

  it('writes in place, with a backup, where the disk cannot rename', async () => {
    const odd = diskWith({ rename: () => Promise.reject(failing('EXDEV')) })
    await odd.replace(root, 'a.md', bytes('New.\n'), old)
    expect(await read('a.md')).toBe('New.\n')
    expect(await names()).toEqual(['a.md'])
  })

  it('writes in place when the owner could not be kept otherwise', async () => {
    const foreign = diskWithHandles((handle) => {
      handle.chmod = () => Promise.reject(failing('EPERM', 'fchown'))
    })
    await foreign.replace(root, 'a.md', bytes('New.\n'), old)
    expect(await read('a.md')).toBe('New.\n')
  })

  it('in place puts the old text back when the disk fills up', async () => {
    await fs.link(join(root, 'a.md'), join(root, 'twin.md'))
    let tries = 0
    const full = diskWithHandles((handle, path) => {
      if (!path.endsWith('a.md')) return
      tries += 1
      if (tries > 1) return
      handle.sync = () => Promise.reject(failing('ENOSPC'))
    })
    await expect(full.replace(root, 'a.md', bytes('New.\n'), old)).rejects.toThrow(/disk is full/)
    expect(await read('twin.md')).toBe('Old.\n')
    expect(await names()).toEqual(['a.md', 'twin.md'])
  })

  it('sees what another program wrote between the look and the rename', async () => {
    const raced = diskWithHandles((handle) => {
      const sync = handle.sync.bind(handle)
      handle.sync = async () => {
        await fs.writeFile(join(root, 'a.md'), 'Theirs.\n')
        await sync()
      }
    })
    await expect(raced.replace(root, 'a.md', bytes('New.\n'), old)).rejects.toMatchObject({
      code: 'conflict',
      details: { theirs: revisionOf(bytes('Theirs.\n')) },
    })
    expect(await read('a.md')).toBe('Theirs.\n')
    expect(await names()).toEqual(['a.md'])
  })

  it('writes through nothing that was planted under a passing name', async () => {
    const planted: string[] = []
    const attacked = diskWith({
      open: async (path, flags, mode) => {
        if (flags === 'wx') {
          await fs.symlink(join(base, 'secret.md'), path)
          planted.push(String(path))
        }
        return fs.open(path, flags, mode)
      },
    })
    await expect(attacked.replace(root, 'a.md', bytes('New.\n'), old)).rejects.toThrow()
    expect(planted.length).toBeGreaterThan(0)
    expect(await fs.readFile(join(base, 'secret.md'), 'utf8')).toBe('Secret.\n')
    expect(await read('a.md')).toBe('Old.\n')
  })

  it('does without syncing the folder where the disk offers no such thing', async () => {
    const plain = diskWith({
      open: async (path, flags, mode) => {
        const handle = await fs.open(path, flags, mode)
        if (path === root) handle.sync = () => Promise.reject(failing('EINVAL'))
        return handle
      },
    })
    await plain.replace(root, 'a.md', bytes('New.\n'), old)
    expect(await read('a.md')).toBe('New.\n')
  })
})

it('overwrites nothing on a disk without hard links', async () => {
  const fat = diskWith({ link: () => Promise.reject(failing('EPERM')) })
  await fat.create(root, 'b.md', bytes('B.\n'))
  await expect(fat.create(root, 'b.md', bytes('C.\n'))).rejects.toMatchObject({ code: 'conflict' })
  await expect(fat.move(root, 'a.md', 'b.md')).rejects.toMatchObject({ code: 'conflict' })
  await fat.move(root, 'a.md', 'c.md')
  expect(await names()).toEqual(['b.md', 'c.md'])
  expect(await read('b.md')).toBe('B.\n')
})

it('lists a pipe without opening it, and refuses to', async () => {
  execFileSync('mkfifo', [join(root, 'pipe.md')])
  const { files: found } = await files.list(root, everything)
  expect(found[1]?.problem).toMatch(/not a file/)
  await expect(files.read(root, 'pipe.md', { maxBytes: 99 })).rejects.toMatchObject({
    code: 'invalid',
  })
})

describe('what interrupted saves left behind', () => {
  const dead = (2 ** 30).toString(36)
  const leftover = (ending: string): string => join(root, `.galley-${dead}-0123456789ab.${ending}`)
  const backupOf = (next: Revision): Uint8Array =>
    backupBytes({ file: 'a.md', old, next }, bytes('Old.\n'))

  it('goes away at the next listing, whatever else looks like it stays', async () => {
    await fs.writeFile(leftover('tmp'), 'half')
    await fs.writeFile(join(root, '.galley-notes.tmp'), 'mine')
    await files.list(root, everything)
    expect(await names()).toEqual(['.galley-notes.tmp', 'a.md'])
  })

  it('stays while the process that wrote it runs', async () => {
    const parent = process.ppid.toString(36)
    const own = process.pid.toString(36)
    await fs.writeFile(join(root, `.galley-${parent}-0123456789ab.tmp`), 'x')
    await fs.writeFile(join(root, `.galley-${own}-0123456789ab.tmp`), 'x')
    await files.list(root, everything)
    expect(await names()).toHaveLength(3)
  })

  it('is no loss when the file holds the old or the new text', async () => {
    await fs.writeFile(leftover('bak'), backupOf(revisionOf(bytes('New.\n'))))
    expect((await files.list(root, everything)).problems).toEqual([])
    expect(await names()).toEqual(['a.md'])
  })

  it('brings the old text back as an article when the file was left half written', async () => {
    await fs.writeFile(leftover('bak'), backupOf(revisionOf(bytes('Newer.\n'))))
    await fs.writeFile(join(root, 'a.md'), 'New')
    const listing = await files.list(root, everything)
    expect(listing.problems).toEqual([expect.stringContaining('a-recovered.md')])
    expect(listing.files.map(({ path }) => path)).toEqual(['a-recovered.md', 'a.md'])
    expect(await read('a-recovered.md')).toBe('Old.\n')
    expect(await read('a.md')).toBe('New')
  })

  it('never writes outside its folder, whatever a backup says', async () => {
    const evil = backupBytes({ file: '../secret.md', old, next: old }, bytes('Old.\n'))
    await fs.writeFile(leftover('bak'), evil)
    await files.list(root, everything)
    expect((await fs.readdir(dirname(root))).sort()).toEqual([basename(root), 'secret.md'])
    expect(await fs.readFile(join(base, 'secret.md'), 'utf8')).toBe('Secret.\n')
  })
})
