import type { Desk } from '../desk'
import type { LayoutState } from '../layoutStore'
import { report } from '../problem'

export async function loadSettings({ stores, client }: Desk): Promise<void> {
  try {
    stores.layout.setState(await client.call('settings.get', {}))
  } catch (error) {
    report(stores.notices, 'settings', error)
  }
}

/** Shows the change at once and remembers it; a desk that cannot remember still obeys. */
export async function changeSettings(
  { stores, client }: Desk,
  change: Partial<LayoutState>,
): Promise<void> {
  stores.layout.setState(change)
  try {
    await client.call('settings.set', change)
  } catch (error) {
    report(stores.notices, 'settings', error)
  }
}
