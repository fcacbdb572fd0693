import type { Session } from 'electron'
import { ORIGIN } from './addresses'

/** What a page must ask for that a writer needs: copying, and reading with nothing else in sight. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen'])

function isOurs(origin: string | undefined): boolean {
  return origin === ORIGIN || origin === `${ORIGIN}/`
}

/** Takes every right from the pages that a page can be given, and every way out to the network. */
export function hardenSession(session: Session): void {
  session.setPermissionCheckHandler((_contents, permission, origin, details) => {
    return GRANTED.has(permission) && isOurs(origin) && details.isMainFrame
  })
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const origin = URL.canParse(details.requestingUrl)
      ? originOf(new URL(details.requestingUrl))
      : undefined
    answer(GRANTED.has(permission) && isOurs(origin) && details.isMainFrame)
  })
  session.setDevicePermissionHandler(() => false)
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  session.on('select-hid-device', (refused, _details, answer) => {
    refused.preventDefault()
    answer()
  })
  session.on('select-usb-device', (refused, _details, answer) => {
    refused.preventDefault()
    answer()
  })
  session.on('select-serial-port', (refused, _ports, _contents, answer) => {
    refused.preventDefault()
    answer('')
  })
  session.on('will-download', (refused) => refused.preventDefault())
  // The pages' policy allows none of these; this is the second lock.
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({
      cancel: !/^(?:app:\/\/galley\/|blob:app:\/\/galley\/|data:|devtools:)/.test(details.url),
    })
  })
  // Dictionaries would be fetched from the web; macOS has its own.
  if (process.platform !== 'darwin') session.setSpellCheckerEnabled(false)
}

/** `URL.origin` is `null` for schemes that are not the web's. */
function originOf({ protocol, host }: URL): string {
  return `${protocol}//${host}`
}
