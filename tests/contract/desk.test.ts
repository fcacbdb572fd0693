import { expect, it } from 'vitest'
import { describeOnHosts } from '../support/hostSuite'

describeOnHosts('the desk', ({ call, host, next, restart }) => {
  it('keeps settings', async () => {
    expect(await call('settings.set', { theme: 'dark', textSize: 22 })).toMatchObject({
      theme: 'dark',
      previewShown: true,
    })
    await restart()
    expect(await call('settings.get', {})).toMatchObject({ theme: 'dark', textSize: 22 })
  })

  it('opens a file that the system names, asking before its folder becomes the library', async () => {
    await host().disk.inHome.put('desk/letter.md', 'Dear reader.\n')
    const asked: string[] = []
    const answer = (may: boolean) => async (folder: string) => {
      asked.push(folder)
      return may
    }
    const path = (name: string) => host().disk.folders.child(host().disk.root, name)
    const shown = next('article.show')
    const inside = await host().backend.openFile(path('news/notes.markdown'), answer(true))
    expect((await shown).id).toBe(inside)
    expect(asked).toEqual([])
    const outside = path('../desk/letter.md').replace('library/../', '')
    expect(await host().backend.openFile(outside, answer(false))).toBeNull()
    expect(await call('library.current', {})).toMatchObject({ name: 'library' })
    const letter = await host().backend.openFile(outside, answer(true))
    expect(await call('library.current', {})).toMatchObject({ name: 'desk' })
    expect(await call('session.get', {})).toEqual({ article: letter })
    expect(await host().backend.openFile(path('readme.txt'), answer(true))).toBeNull()
  })

  it('waits for the pages before it closes, but not for ever', async () => {
    const closing = next('app.closing')
    const outcome = host().backend.requestClose({ pages: 1, milliseconds: 10_000 })
    await closing
    await call('app.closed', {})
    expect(await outcome).toBe('saved')
    expect(await host().backend.requestClose({ pages: 2, milliseconds: 1 })).toBe('timed out')
    expect(await host().backend.requestClose({ pages: 0, milliseconds: 1 })).toBe('saved')
  })

  it('closes only when nobody chose to stay, and asks once', async () => {
    const closing = next('app.closing')
    const outcomes = [1, 2].map(() =>
      host().backend.requestClose({ pages: 1, milliseconds: 10_000 }),
    )
    await closing
    await call('app.closed', { answer: 'asking' })
    await call('app.closed', { answer: 'staying' })
    expect(await Promise.all(outcomes)).toEqual(['staying', 'staying'])
  })
})
