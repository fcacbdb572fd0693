/** The part of the browser's trusted types that is used; not every browser has them. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown
}

/**
 * The page's policy refuses every address of a script that was not vouched for, those of its own
 * workers too. This vouches for the page's own files and for nothing else.
 */
export function allowOwnWorkers(
  page: { readonly location: { readonly href: string } },
  types: TrustedTypes | undefined,
): void {
  types?.createPolicy('default', {
    createScriptURL(address) {
      const { origin, protocol } = new URL(address, page.location.href)
      const own = new URL(page.location.href)
      return origin === own.origin && protocol === own.protocol ? address : null
    },
  })
}

export function trustedTypesOf(page: object): TrustedTypes | undefined {
  return 'trustedTypes' in page ? (page.trustedTypes as TrustedTypes) : undefined
}
