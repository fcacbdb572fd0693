/** Where the desk's page is: a scheme of our own, so that nothing of the web shares its origin. */
export const SCHEME = 'app'
export const HOST = 'galley'
export const ORIGIN = `${SCHEME}://${HOST}`
export const DESK = `${ORIGIN}/index.html`
export const PREVIEW = `${ORIGIN}/preview.html`

function parse(address: string): URL | null {
  try {
    return new URL(address)
  } catch {
    return null
  }
}

/** Whether an address is exactly one of our pages; a fragment is a place in it. */
function isPage(address: string, page: string): boolean {
  const url = parse(address)
  if (url === null || url.search !== '' || url.username !== '' || url.password !== '') return false
  url.hash = ''
  return url.href === page
}

export function isDesk(address: string): boolean {
  return isPage(address, DESK)
}

/** Where a frame may go: the window to the desk, a frame in it to the preview, and nowhere else. */
export function mayNavigate(address: string, frame: { readonly isMain: boolean }): boolean {
  return isPage(address, frame.isMain ? DESK : PREVIEW)
}

const MAX_LENGTH = 2048
const OPENED = new Set(['https:', 'http:', 'mailto:'])
// Spaces and control characters hide what an address is; a person sees it before it is opened.
const UNSEEN = /[\p{Cc}\p{Cf}\p{Z}\\]/u

/**
 * The address to hand to the system when a person follows a link in an article, `null` for one that
 * could start a program, carry a password or deceive.
 */
export function externalAddress(address: string): string | null {
  if (address.length > MAX_LENGTH || UNSEEN.test(address)) return null
  const url = parse(address)
  if (url === null || !OPENED.has(url.protocol)) return null
  if (url.username !== '' || url.password !== '') return null
  if (url.protocol !== 'mailto:') return url.hostname === '' ? null : url.href
  // Some mail programs attach the files that a link names.
  return /[?&]attach(?:ment)?=/i.test(url.search) ? null : url.href
}
