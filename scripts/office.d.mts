export interface Office {
  readonly path: string
  /** Where it was found, for the one line that says so. */
  readonly from: string
}

export interface Machine {
  /** Where programs are looked for. */
  readonly folders: readonly string[]
  readonly isRoot: boolean
  /** How long a download may take. */
  readonly minutes: number
}

export interface BegunOffice {
  /** Whether apt is at work, which takes one at a time. */
  readonly isFetching: boolean
  /** Undefined where there is none to be had; never rejects. */
  readonly settled: Promise<Office | undefined>
}

/** The machine that this runs on. */
export function thisMachine(): Machine

/** What is here already; nothing is fetched. */
export function findOffice(machine?: Machine): Office | undefined

/** Finds LibreOffice or begins to fetch it. */
export function beginOffice(machine?: Machine): BegunOffice

/** What came of it, but no later than that: after it, LibreOffice counts as not here. */
export function officeWithin(seconds: number, begun: BegunOffice): Promise<Office | undefined>
