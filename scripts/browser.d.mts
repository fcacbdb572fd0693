export interface Browser {
  readonly path: string
  /** Where it was found, for the one line that says so. */
  readonly from: string
}

/** What is here already; nothing is fetched. */
export function findBrowser(): Promise<Browser | undefined>

/** Finds the tests' browser or fetches one. Throws a sentence that says what a person can do. */
export function obtainBrowser(): Promise<Browser>

/** How tests start it, which as root needs the sandbox off. */
export function browserArguments(): string[]
