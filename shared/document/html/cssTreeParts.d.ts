// css-tree's parts have no types of their own; its whole would bring tables of CSS that nothing here asks for.
declare module 'css-tree/parser' {
  import type { parse } from 'css-tree'

  const value: typeof parse
  export = value
}

declare module 'css-tree/generator' {
  import type { generate } from 'css-tree'

  const value: typeof generate
  export = value
}

declare module 'css-tree/walker' {
  import type { find } from 'css-tree'

  const value: { readonly find: typeof find }
  export = value
}
