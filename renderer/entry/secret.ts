const KEPT_AS = 'galley.secret'

/**
 * The per-run secret of the browser host, out of the address bar before anyone can copy it from there.
 * It is kept for this tab, so that reloading the page still works.
 */
export function takeSecret(
  window: Pick<Window, 'location' | 'history' | 'sessionStorage'>,
): string {
  const { location, history, sessionStorage } = window
  const given = new URLSearchParams(location.hash.slice(1)).get('k')
  if (given === null) return sessionStorage.getItem(KEPT_AS) ?? ''
  sessionStorage.setItem(KEPT_AS, given)
  history.replaceState(null, '', location.pathname + location.search)
  return given
}
