import type { Locator, Page } from '@playwright/test'
import type { TemporaryHome } from '../../support/temporaryHome'
import type { RunningDesk } from '../desk'
import { Editor } from './Editor'
import { ExportDialog } from './ExportDialog'
import { Library } from './Library'
import { Preview } from './Preview'

/** Where the tests' own articles lie in the home. */
export const LIBRARY = 'Documents/Articles'

/** The whole window, as a person sees it: by role and name only. */
export class Desk {
  readonly page: Page
  readonly library: Library
  readonly editor: Editor
  readonly preview: Preview
  readonly exporting: ExportDialog
  /** Where the words are: Saved, Editing, Could not save … */
  readonly saveMark: Locator
  readonly welcome: Locator
  readonly dialog: Locator
  readonly notices: Locator

  constructor(
    private readonly running: RunningDesk,
    readonly home: TemporaryHome,
  ) {
    this.page = running.page
    this.library = new Library(this.page)
    this.editor = new Editor(this.page)
    this.preview = new Preview(this.page)
    this.exporting = new ExportDialog(this.page)
    this.saveMark = this.page.getByRole('banner').getByText(/^(Saved|Edited|Could not save)$/)
    this.welcome = this.page.getByRole('main').filter({ hasText: 'Open the sample articles' })
    this.dialog = this.page.getByRole('dialog')
    this.notices = this.page.getByRole('region', { name: 'Notices' })
  }

  /** A key as the key sheet writes it: `Mod+Shift+P`. */
  async press(keys: string): Promise<void> {
    await this.page.keyboard.press(keys.replace('Mod', 'ControlOrMeta'))
  }

  /** Runs a command by its name, as one does who has forgotten its key. */
  async command(label: string): Promise<void> {
    await this.press('Mod+Shift+P')
    const palette = this.page.getByRole('dialog', { name: 'Command palette' })
    await palette.getByRole('combobox').fill(label)
    await palette.getByRole('option').filter({ hasText: label }).first().click()
  }

  /** Opens the home's `Documents/Articles` as the library, from the first start. */
  async openLibrary(): Promise<void> {
    await this.page.getByRole('button', { name: /Open or make a folder/ }).click()
    const shown = this.page.getByRole('button', { name: 'New article' }).first()
    const browser = this.page.getByRole('dialog', { name: 'Open a folder' })
    // In a browser the page asks; in Electron the system does, and has answered.
    await browser.or(shown).first().waitFor()
    if (await browser.isVisible()) {
      for (const part of LIBRARY.split('/')) {
        await browser
          .getByRole('button', { name: new RegExp(`^${part}( \\d+ articles?)?$`) })
          .click()
      }
      await browser
        .getByText(new RegExp(`${LIBRARY}$`))
        .first()
        .waitFor()
      await browser.getByRole('button', { name: 'Open this folder' }).click()
    }
    await shown.waitFor()
  }

  async newArticle(headline: string): Promise<void> {
    await this.library.pane.getByRole('button', { name: 'New article' }).first().click()
    await this.dialog.getByRole('textbox', { name: 'Headline' }).fill(headline)
    await this.dialog.getByRole('button', { name: 'Start writing' }).click()
    await this.editor.body.waitFor()
  }

  /** Window and backend are gone from one moment to the next, and nobody was asked. */
  async kill(): Promise<void> {
    await this.running.kill()
  }

  /** Ends this desk, window and backend, as closing it does. */
  async stop(): Promise<void> {
    await this.running.stop()
  }
}
