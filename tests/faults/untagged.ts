import { type DiskCalls, nodeDisk } from '../../main/adapters/node/diskCalls'

/**
 * The real disk, but that no file on it has tags: they are asked of another program, which takes longer
 * than a save, and whose own calls must not meet the faults of one.
 */
export const untagged: DiskCalls = { ...nodeDisk, hasExtraAttributes: async () => false }
