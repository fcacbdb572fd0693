/** The names of everything that can be built. */
export const allTargets: readonly string[]

/** Builds those of the targets whose sources changed since, telling of each before it starts. */
export function buildStale(names: readonly string[], say?: (line: string) => void): Promise<void>
