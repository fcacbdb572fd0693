import type { WebContents } from 'electron'
import { externalAddress, mayNavigate } from './addresses'

/** Keeps every page where it is, whatever made it; links are offered to the system instead. */
export function hardenContents(contents: WebContents, offerLink: (address: string) => void): void {
  contents.setWindowOpenHandler(({ url }) => {
    offer(url, offerLink)
    return { action: 'deny' }
  })
  contents.on('will-navigate', (event) => {
    if (mayNavigate(event.url, { isMain: true })) return
    event.preventDefault()
    offer(event.url, offerLink)
  })
  contents.on('will-frame-navigate', (event) => {
    if (!mayNavigate(event.url, { isMain: event.isMainFrame })) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault()
    answer('')
  })
  contents.on('select-client-certificate', (event) => event.preventDefault())
  contents.on('login', (event) => event.preventDefault())
  // Whether work is saved is settled before closing, and a person is asked once.
  contents.on('will-prevent-unload', (event) => event.preventDefault())
}

function offer(url: string, offerLink: (address: string) => void): void {
  const address = externalAddress(url)
  if (address !== null) offerLink(address)
}
