import type { GrowingFolder } from '../../ports/growingFolder'
import { createNodeGrowingFolder } from './nodeGrowingFolder'

/** The folder of journals among Galley's own files: for this account's eyes only. */
export function createNodeJournals(appData: string): GrowingFolder {
  return createNodeGrowingFolder({
    parent: appData,
    path: ['journals'],
    displayPath: `${appData}/journals`,
    belongsTo: 'person',
  })
}
