import { type Design, OWN_STYLE_FILE } from '../../domain/pageThemes'
import type { PageStyle } from '../html'
import { cleanStyle } from '../html/ownStyle'
import { THEME_STYLES } from '../html/stylesheet'

export interface DesignedStyle {
  /** Absent for the design that the stylesheet is by itself. */
  readonly style?: PageStyle
  readonly problems: readonly string[]
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`
}

/** What a design adds to a page, harmless whoever wrote it. */
export async function styleOf(
  design: Design = { kind: 'theme', name: 'broadsheet' },
): Promise<DesignedStyle> {
  switch (design.kind) {
    case 'own': {
      const { css, problems } = cleanStyle(design.css, OWN_STYLE_FILE)
      return css === '' ? { problems } : { style: { css, hash: await hashOf(css) }, problems }
    }
    case 'theme':
      return design.name === 'broadsheet'
        ? { problems: [] }
        : { style: THEME_STYLES[design.name], problems: [] }
  }
}
