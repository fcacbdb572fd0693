import { existsSync } from 'node:fs'
import { allTargets, buildStale } from '../../scripts/build.mjs'

/** What is driven is what was built: brings the build up to date before the first test. */
export default async function setUp(): Promise<void> {
  const hasElectron = existsSync('node_modules/electron/path.txt')
  await buildStale(allTargets.filter((name) => name !== 'electron' || hasElectron))
}
