import type { Locator, Page } from '@playwright/test'

/** Writes the open article out, and says where. */
export class ExportDialog {
  readonly dialog: Locator

  constructor(page: Page) {
    this.dialog = page.getByRole('dialog', { name: 'Export' })
  }

  /** Exports in one format and answers with the file's name. */
  async write(format: 'HTML' | 'Markdown'): Promise<string> {
    await this.dialog.getByRole('radio', { name: new RegExp(`^${format}`) }).check()
    await this.dialog.getByRole('button', { name: /^Export/ }).click()
    return this.outcome()
  }

  /** The name of the file that was written. */
  async outcome(): Promise<string> {
    const said = await this.dialog.getByText(/^Written to/).innerText()
    const name = /([^/\\]+) \([^()]*\)$/.exec(said.trim())?.[1]
    if (!name) throw new Error(`The dialog does not say where the file went: ${said}`)
    return name
  }

  async close(): Promise<void> {
    await this.dialog.getByRole('button', { name: /^(Done|Cancel)$/ }).click()
    await this.dialog.waitFor({ state: 'hidden' })
  }
}
