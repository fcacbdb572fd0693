/** What became of a block of the base on one side; `at` is the block's place there. */
export type Fate =
  | { readonly kind: 'same'; readonly at: number }
  | { readonly kind: 'edited'; readonly at: number }
  | { readonly kind: 'moved'; readonly at: number }
  | { readonly kind: 'gone' }
