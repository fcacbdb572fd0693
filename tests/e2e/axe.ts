import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** The rules about colour; no other finds anything else in the dark. */
const COLOURS = ['color-contrast', 'link-in-text-block']

/** The rules that a style sheet can break; all others go by the markup alone. */
const LOOKS = [...COLOURS, 'scrollable-region-focusable', 'target-size']

/**
 * What axe has against a page: all of it in the light theme, and its colours in the dark one. Of markup
 * that it has looked at already, only the `looks` need be looked at.
 */
export async function violationsOn(
  page: Page,
  rules: 'all' | 'looks' = 'all',
): Promise<readonly string[]> {
  // Colours are looked at as they stand, not on their way.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const light = await look(page, (axe) => (rules === 'all' ? axe : axe.withRules(LOOKS)))
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const dark = await look(page, (axe) => axe.withRules(COLOURS))
  return [...light.map((each) => `light: ${each}`), ...dark.map((each) => `dark: ${each}`)]
}

async function look(page: Page, narrow: (axe: AxeBuilder) => AxeBuilder): Promise<string[]> {
  // No script runs in the preview's frame, axe's neither: its article is looked at outside of it.
  // Without frames there is nothing to put together on a further page, which takes as long again.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).exclude('iframe')
  const { violations } = await narrow(axe.setLegacyMode()).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html}\n${failureSummary}`),
  )
}
