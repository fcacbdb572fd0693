/** What autosave saves from. `version` changes whenever `text` would. */
export interface SaveSource {
  version(): number
  text(): string
}
