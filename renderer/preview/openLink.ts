/** Web addresses go to the system's browser (Electron's window hands them over); others go nowhere. */
export function openLink(url: string): void {
  if (/^(?:https?|mailto):/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer')
}
