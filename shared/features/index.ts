import { hardBreak } from './break'
import { code } from './code'
import { divider } from './divider'
import { emphasis } from './emphasis'
import type { Feature } from './feature'
import { figure } from './figure'
import { footnote } from './footnote'
import { heading } from './heading'
import { link } from './link'
import { list } from './list'
import { opaque } from './opaque'
import { paragraph } from './paragraph'
import { quote } from './quote'
import { related } from './related'
import { table } from './table'

/**
 * Every construct of an article, in the order of menus and of rules. The editor, the Markdown and
 * HTML rules, the toolbar, menus, keys and styles are derived from this list: removing a feature is
 * removing its folder and its line, and what it wrote then opens as opaque.
 */
export const features: readonly Feature[] = [
  paragraph,
  heading,
  emphasis,
  link,
  list,
  quote,
  figure,
  code,
  table,
  footnote,
  related,
  divider,
  hardBreak,
  opaque,
]
