import type { FrameLocator, Locator, Page } from '@playwright/test'

/** The article as readers will get it, in its frame. */
export class Preview {
  readonly frame: FrameLocator
  readonly element: Locator
  readonly article: Locator

  constructor(page: Page) {
    this.element = page.getByTitle('Preview', { exact: true })
    this.frame = page.frameLocator('iframe[title="Preview"]')
    this.article = this.frame.getByRole('article')
  }
}
