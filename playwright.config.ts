import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'
import { browserArguments, findBrowser } from './scripts/browser.mjs'
import type { DeskOptions } from './tests/e2e/desk'

const browser = await findBrowser()
const hasElectron = existsSync('node_modules/electron/path.txt')

export default defineConfig<DeskOptions>({
  testDir: 'tests/e2e/specs',
  globalSetup: './tests/e2e/globalSetup.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 3,
  // A journey that passes only on its second try is counted apart: `npm test` names it.
  retries: 1,
  // A small machine under load is slow, not wrong: only what never comes takes so long.
  timeout: 600_000,
  expect: { timeout: 120_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: browser?.path, args: browserArguments() },
  },
  projects: [
    { name: 'browser', use: { host: 'browser' } },
    ...(hasElectron ? [{ name: 'electron', use: { host: 'electron' as const } }] : []),
  ],
})
