/** The two kinds of pages: the desk, and the preview in its frame, where no script ever runs. */
export type PageKind = 'desk' | 'preview'

/** The path of the preview's document. */
export const PREVIEW_PATH = '/preview.html'

export function pageKind(path: string): PageKind {
  return path === PREVIEW_PATH ? 'preview' : 'desk'
}

/** `connect`: the addresses that the desk may talk to; an empty list where messages go another way. */
export function contentPolicy(kind: PageKind, connect: readonly string[]): string {
  const none = "'none'"
  const directives =
    kind === 'preview'
      ? {
          'default-src': none,
          'style-src': "'self'",
          'img-src': "'self' blob: data:",
          'font-src': "'self'",
          'base-uri': none,
          'form-action': none,
          'frame-ancestors': "'self'",
        }
      : {
          'default-src': none,
          'script-src': "'self'",
          'style-src': "'self'",
          'img-src': "'self' blob:",
          'font-src': "'self'",
          'connect-src': connect.length === 0 ? none : connect.join(' '),
          'worker-src': "'self'",
          'frame-src': "'self'",
          'object-src': none,
          // The page's own, which vouches for the addresses of its workers.
          'trusted-types': 'default',
          'base-uri': none,
          'form-action': none,
          'frame-ancestors': none,
          'require-trusted-types-for': "'script'",
        }
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/** What every answer carries, whatever its status. */
export function securityHeaders(
  kind: PageKind,
  connect: readonly string[],
): Readonly<Record<string, string>> {
  return {
    'Content-Security-Policy': contentPolicy(kind, connect),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': kind === 'preview' ? 'SAMEORIGIN' : 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    'Cache-Control': 'no-store',
  }
}
