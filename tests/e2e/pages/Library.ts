import type { Locator, Page } from '@playwright/test'

/** The folder on the left. */
export class Library {
  readonly pane: Locator
  readonly tree: Locator
  readonly filter: Locator

  constructor(private readonly page: Page) {
    this.pane = page.getByRole('navigation', { name: 'Library' })
    this.tree = this.pane.getByRole('tree', { name: 'Articles' })
    this.filter = this.pane.getByRole('textbox', { name: 'Filter articles' })
  }

  article(title: string | RegExp): Locator {
    return this.tree.getByRole('treeitem').filter({ hasText: title })
  }

  async open(title: string | RegExp): Promise<void> {
    await this.article(title).click()
  }

  /** An entry of the article's own menu: Rename file…, Move to trash … */
  async choose(title: string, entry: string): Promise<void> {
    await this.article(title)
      .getByRole('button', { name: /^More for/ })
      .click()
    await this.page.getByRole('menuitem', { name: entry }).click()
  }
}
