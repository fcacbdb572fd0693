import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, it } from 'vitest'
import type { Client } from '../../shared/api/contract'
import { DeskContext } from '../app/DeskContext'
import { createStores } from '../state/desk'
import { createStepClock } from '../state/stepClock'
import { FolderBrowser } from './FolderBrowser'

const INSIDE: Readonly<Record<string, readonly string[]>> = { home: ['documents'], documents: [] }

let stop = (): void => undefined
afterEach(() => stop())

async function open(): Promise<void> {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  const client = {
    call: (_method: string, { folder = 'home' }: { folder?: string }) =>
      Promise.resolve({
        folder,
        displayPath: folder,
        parent: folder === 'home' ? null : 'home',
        children: (INSIDE[folder] ?? []).map((name) => ({ folder: name, name, articles: 0 })),
      }),
    subscribe: () => () => undefined,
  } as unknown as Client
  const host = {
    version: '1.2.3',
    host: 'cli',
    platform: 'linux',
    nativeDialogs: false,
    trash: 'folder',
  } as const
  const desk = { stores: createStores(), client, clock: createStepClock(), host }
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  stop = () => {
    act(() => root.unmount())
    place.remove()
  }
  await act(async () =>
    root.render(
      <DeskContext value={desk}>
        <FolderBrowser verb="Open this folder" onChoose={() => undefined} />
      </DeskContext>,
    ),
  )
}

const focused = () => document.activeElement?.textContent
const press = (name: string) =>
  act(async () => {
    const button = [...document.querySelectorAll('button')].find(
      ({ textContent }) => textContent === name,
    )
    button?.focus()
    button?.click()
  })

it('keeps the keyboard in the list when a folder is gone into', async () => {
  await open()
  await press('documents')
  expect(focused()).toBe('The folder above')
  await press('The folder above')
  expect(focused()).toBe('documents')
})

it('goes back to the button when no folder is made after all', async () => {
  await open()
  await press('New folder…')
  expect(document.activeElement?.tagName).toBe('INPUT')
  await act(async () => {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }),
    )
  })
  expect(focused()).toBe('New folder…')
})
