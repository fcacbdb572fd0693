/** Where a command is run from and what it says. */
export interface Terminal {
  readonly currentFolder: string
  /** Whether what is printed may hold colours. */
  readonly isColoured?: boolean
  print(text: string): void
  /** One line for standard error. */
  complain(line: string): void
  /** How far long work is, for the person who watches; absent where nobody does. */
  progress?(done: number, all: number): void
  /** Whether the person has asked to stop. */
  isStopped?(): boolean
}

/** Long work as whoever sits at the terminal follows and stops it. */
export function watchedIn(terminal: Terminal) {
  return {
    onProgress: (done: number, all: number) => terminal.progress?.(done, all),
    isCancelled: () => terminal.isStopped?.() ?? false,
  }
}
