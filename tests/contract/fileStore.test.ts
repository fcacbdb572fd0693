import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Revision } from '../../shared/domain/article'
import { memoryDisk, nodeDisk, type TestDisk } from '../support/disks'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const text = (content: Uint8Array): string => new TextDecoder().decode(content)
const everything = { acceptsFile: () => true, acceptsFolder: () => true }
const limit = { maxBytes: 1000 }
const otherRevision = '0'.repeat(64) as Revision

describe.each([
  ['memory', memoryDisk],
  ['node', nodeDisk],
])('files in %s', (_, makeDisk) => {
  let disk: TestDisk
  beforeEach(async () => {
    disk = makeDisk()
    await disk.put('talks.md', 'Old words.\n')
  })
  afterEach(() => disk.dispose())

  it('reads a file with the revision of its bytes', async () => {
    const read = await disk.files.read(disk.root, 'talks.md', limit)
    expect(text(read.bytes)).toBe('Old words.\n')
    expect(read.revision).toMatch(/^[0-9a-f]{64}$/)
    expect(read.size).toBe(11)
  })

  it('says that a file is not there', async () => {
    await expect(disk.files.read(disk.root, 'none.md', limit)).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('none.md'),
    })
    expect(await disk.files.stat(disk.root, 'none.md')).toBeNull()
  })

  it('refuses a file over the limit', async () => {
    await disk.put('big.md', 'x'.repeat(1001))
    await expect(disk.files.read(disk.root, 'big.md', limit)).rejects.toMatchObject({
      code: 'invalid',
      details: { reason: 'too-large' },
    })
  })

  it('replaces a file that is as it was read', async () => {
    const { revision } = await disk.files.read(disk.root, 'talks.md', limit)
    const written = await disk.files.replace(disk.root, 'talks.md', bytes('New.\n'), revision)
    expect(await disk.text('talks.md')).toBe('New.\n')
    expect(await disk.files.read(disk.root, 'talks.md', limit)).toMatchObject(written)
  })

  it('leaves a file that changed meanwhile, and names the revision found', async () => {
    const theirs = (await disk.files.read(disk.root, 'talks.md', limit)).revision
    const attempt = disk.files.replace(disk.root, 'talks.md', bytes('New.\n'), otherRevision)
    await expect(attempt).rejects.toMatchObject({ code: 'conflict', details: { theirs } })
    expect(await disk.text('talks.md')).toBe('Old words.\n')
  })

  it('does not make a deleted file again', async () => {
    const { revision } = await disk.files.read(disk.root, 'talks.md', limit)
    await disk.delete('talks.md')
    const attempt = disk.files.replace(disk.root, 'talks.md', bytes('New.\n'), revision)
    await expect(attempt).rejects.toMatchObject({ code: 'conflict', details: { theirs: null } })
    expect(await disk.text('talks.md')).toBeNull()
  })

  it('touches nothing when the bytes are the same', async () => {
    const before = await disk.files.read(disk.root, 'talks.md', limit)
    const same = await disk.files.replace(disk.root, 'talks.md', before.bytes, before.revision)
    expect(same.stamp).toBe(before.stamp)
  })

  it('has another stamp after a change of the same length', async () => {
    const before = await disk.files.read(disk.root, 'talks.md', limit)
    const after = await disk.files.replace(
      disk.root,
      'talks.md',
      bytes('Own words.\n'),
      before.revision,
    )
    expect(after.stamp).not.toBe(before.stamp)
  })

  it('creates a file, and never over another', async () => {
    await disk.files.create(disk.root, 'new.md', bytes('One.\n'))
    await expect(disk.files.create(disk.root, 'new.md', bytes('Two.\n'))).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await disk.text('new.md')).toBe('One.\n')
  })

  it('creates files that are made to last together, wherever they are', async () => {
    await disk.files.makeFolder(disk.root, 'a/b')
    for (const path of ['a/b/one.md', 'two.md']) {
      await disk.files.create(disk.root, path, bytes('One.\n'), 'later')
    }
    await disk.files.settle(disk.root, ['a/b/one.md', 'two.md', 'gone.md'])
    expect(await disk.text('a/b/one.md')).toBe('One.\n')
    await expect(
      disk.files.create(disk.root, 'two.md', bytes('Two.\n'), 'later'),
    ).rejects.toMatchObject({ code: 'conflict' })
  })

  it('makes folders on the way, and leaves those that are there', async () => {
    await disk.files.makeFolder(disk.root, 'a/b/c')
    await disk.files.makeFolder(disk.root, 'a/b')
    await disk.files.create(disk.root, 'a/b/c/new.md', bytes('One.\n'))
    expect(await disk.text('a/b/c/new.md')).toBe('One.\n')
  })

  it('makes no folder in the place of a file', async () => {
    await expect(disk.files.makeFolder(disk.root, 'talks.md/x')).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  it('moves a file, and never over another', async () => {
    await disk.put('other.md', 'Other.\n')
    await disk.files.makeFolder(disk.root, 'sub')
    await disk.files.move(disk.root, 'talks.md', 'sub/moved.md')
    expect(await disk.text('sub/moved.md')).toBe('Old words.\n')
    expect(await disk.text('talks.md')).toBeNull()
    await expect(disk.files.move(disk.root, 'sub/moved.md', 'other.md')).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('other.md'),
    })
    expect(await disk.text('other.md')).toBe('Other.\n')
  })

  it('moves a file to its own name without losing it', async () => {
    await disk.files.move(disk.root, 'talks.md', 'talks.md')
    expect(await disk.text('talks.md')).toBe('Old words.\n')
  })

  it('changes only the case of a name', async () => {
    await disk.files.move(disk.root, 'talks.md', 'Talks.md')
    expect(await disk.text('Talks.md')).toBe('Old words.\n')
    const { files } = await disk.files.list(disk.root, everything)
    expect(files.map(({ path }) => path)).toEqual(['Talks.md'])
  })

  it('removes a file', async () => {
    await disk.files.remove(disk.root, 'talks.md')
    expect(await disk.text('talks.md')).toBeNull()
  })

  it('lists files and folders at any depth, in order, as far as the filter goes', async () => {
    await disk.put('b/c/deep.md', 'x')
    await disk.put('b/.hidden/no.md', 'x')
    await disk.put('a.txt', 'x')
    const listing = await disk.files.list(disk.root, {
      acceptsFile: (name) => name.endsWith('.md'),
      acceptsFolder: (name) => !name.startsWith('.'),
    })
    expect(listing.files.map(({ path }) => path)).toEqual(['b/c/deep.md', 'talks.md'])
    expect(listing.folders).toEqual(['b', 'b/c'])
    expect(listing.problems).toEqual([])
  })

  it.each([
    '../secret',
    'a/../../secret',
    '..',
    './talks.md',
    'a//b',
    '/etc/passwd',
    'a\0b',
    'a/.',
  ])('refuses the path %j', async (path) => {
    const { files, root } = disk
    const attempts = [
      files.read(root, path, limit),
      files.create(root, path, bytes('x')),
      files.replace(root, path, bytes('x'), otherRevision),
      files.move(root, 'talks.md', path),
      files.move(root, path, 'x.md'),
      files.makeFolder(root, path),
      files.settle(root, [path]),
      files.remove(root, path),
      files.stat(root, path),
    ]
    for (const outcome of await Promise.allSettled(attempts)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'denied' } })
    }
    expect(await disk.text('talks.md')).toBe('Old words.\n')
  })

  it('never reads outside the folder, whatever the path', async () => {
    const part = fc.constantFrom('..', '.', '', 'a', 'talks.md', '%2e%2e', '..\\', '\0', 'C:', '~')
    await disk.put('a/in.md', 'in')
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 6 }), async (parts) => {
        const read = await disk.files
          .read(disk.root, parts.join('/'), limit)
          .catch((error: unknown) => error)
        if (read instanceof Error) return
        expect(parts).toEqual(['talks.md'])
      }),
      { numRuns: 500 },
    )
  })
})

describe.each([
  ['memory', memoryDisk],
  ['node', nodeDisk],
])('folders in %s', (_, makeDisk) => {
  let disk: TestDisk
  beforeEach(async () => {
    disk = makeDisk()
    await disk.put('news/talks.md', 'x')
    await disk.put('news/notes.txt', 'x')
    await disk.put('.hidden/x.md', 'x')
    await disk.put('empty/x.txt', 'x')
  })
  afterEach(() => disk.dispose())

  it('shows the folders in a folder with the number of their articles', async () => {
    const found = await disk.folders.browse(disk.root, {
      isArticle: (name) => name.endsWith('.md'),
    })
    expect(found.children.map(({ name, articles }) => [name, articles])).toEqual([
      ['empty', 0],
      ['news', 1],
    ])
    expect(found.parent).not.toBeNull()
  })

  it('opens a folder, and no file', async () => {
    const news = await disk.folders.open(disk.folders.child(disk.root, 'news'))
    expect(disk.folders.name(news)).toBe('news')
    expect(disk.folders.display(news)).toMatch(/^~.library.news$/)
    await expect(disk.folders.open(disk.folders.child(news, 'talks.md'))).rejects.toThrow()
    await expect(disk.folders.open(disk.folders.child(news, 'none'))).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('makes a folder once', async () => {
    const made = await disk.folders.create(disk.root, 'new')
    expect(disk.folders.name(made)).toBe('new')
    await expect(disk.folders.create(disk.root, 'new')).rejects.toMatchObject({ code: 'conflict' })
    expect(await disk.folders.ensure(made)).toBe(made)
  })

  it('finds a file’s folder, and tells whether one lies in another', async () => {
    const news = await disk.folders.open(disk.folders.child(disk.root, 'news'))
    const located = await disk.folders.locate(disk.folders.child(news, 'talks.md'))
    expect(located).toEqual({ folder: news, fileName: 'talks.md' })
    expect(disk.folders.within(disk.root, news)).toBe('news')
    expect(disk.folders.within(disk.root, disk.root)).toBe('')
    expect(disk.folders.within(news, disk.root)).toBeNull()
  })
})
