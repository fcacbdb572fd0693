import { act } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Client } from '../../shared/api/contract'
import { DeskContext } from '../app/DeskContext'
import { createStores } from '../state/desk'
import { createStepClock } from '../state/stepClock'
import { TooltipProvider } from '../ui/Tooltip'
import { SettingsDialog } from './SettingsDialog'

let stop = (): void => undefined
let stores: ReturnType<typeof createStores>
let asked: unknown[]

beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  stores = createStores()
  asked = []
  const client = {
    call(method: string, wish: unknown) {
      asked.push([method, wish])
      return Promise.resolve({})
    },
    subscribe: () => () => undefined,
  } as unknown as Client
  const desk = {
    stores,
    client,
    clock: createStepClock(),
    host: {
      version: '1.2.3',
      host: 'cli',
      platform: 'linux',
      nativeDialogs: false,
      trash: 'folder',
    } as const,
  }
  const place = document.createElement('div')
  document.body.append(place)
  const root = createRoot(place)
  act(() =>
    root.render(
      <DeskContext value={desk}>
        <TooltipProvider>
          <SettingsDialog onClose={() => undefined} />
        </TooltipProvider>
      </DeskContext>,
    ),
  )
  stop = () => {
    act(() => root.unmount())
    place.remove()
  }
})
afterEach(() => stop())

/** The field that a person finds under this name. */
function field(name: string): HTMLInputElement {
  const label = [...document.querySelectorAll('label')].find(({ textContent }) =>
    textContent.startsWith(name),
  )
  const input = document.getElementById(label?.htmlFor ?? '')
  if (!(input instanceof HTMLInputElement)) throw new Error(`There is no field “${name}”.`)
  return input
}

async function enter(name: string, value: string): Promise<void> {
  const input = field(name)
  await act(async () => {
    // As a key does it; what is set by the property alone is nothing new to React.
    const { set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value') ?? {}
    set?.call(input, value)
    input.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

it.each([
  ['Days with one version an hour', 'historyHourlyDays', 7, 3650],
  ['Days with one version a day', 'historyDailyDays', 365, 36_500],
] as const)('keeps the history for as many “%s” as are entered', async (name, key, usual, most) => {
  expect(field(name).value).toBe(String(usual))
  for (const days of [30, 0, most]) {
    await enter(name, String(days))
    expect(asked.at(-1)).toEqual(['settings.set', { [key]: days }])
    expect(stores.layout.getState()[key]).toBe(days)
    expect(field(name).value).toBe(String(days))
  }
})

it('takes no span that is none, and keeps the one before', async () => {
  for (const nothing of ['', '-1', '1.5', '3651', 'many']) {
    await enter('Days with one version an hour', nothing)
    expect(asked).toEqual([])
    expect(stores.layout.getState().historyHourlyDays).toBe(7)
  }
})
