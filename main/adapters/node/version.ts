declare const GALLEY_VERSION: string | undefined

/** Put in by the build from package.json; a run from the sources has none. */
export const version = typeof GALLEY_VERSION === 'string' ? GALLEY_VERSION : 'unbuilt'
