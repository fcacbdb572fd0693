/** Where a command is run from and what it says. */
export interface Terminal {
  readonly currentFolder: string
  /** Whether what is printed may hold colours. */
  readonly isColoured?: boolean
  print(text: string): void
  /** One line for standard error. */
  complain(line: string): void
}
