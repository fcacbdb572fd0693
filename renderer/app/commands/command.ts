/** Something the desk can be told to do: menus, palette, key sheet and keys are views of these. */
export interface Command {
  readonly name: string
  readonly label: string
  readonly menu: string
  readonly keys: readonly string[]
  readonly keywords: readonly string[]
  readonly startsGroup: boolean
  /** `page`: only while the caret is in the article's text; its keys mean other things elsewhere. */
  readonly scope: 'desk' | 'page'
  isEnabled(): boolean
  isChecked?(): boolean
  run(): void
}
