import {
  Bold,
  Code,
  CornerDownLeft,
  Heading1,
  Heading2,
  Heading3,
  Heading4,
  Heading5,
  Heading6,
  Image,
  IndentDecrease,
  IndentIncrease,
  Italic,
  Link,
  List,
  ListOrdered,
  ListTodo,
  type LucideIcon,
  Minus,
  Pilcrow,
  Redo2,
  SquareCode,
  Strikethrough,
  Superscript,
  Table,
  TextQuote,
  Undo2,
  Unlink,
} from 'lucide-react'

/** The icons that actions name. Only these are bundled. */
const ICONS: Readonly<Record<string, LucideIcon>> = {
  bold: Bold,
  code: Code,
  'corner-down-left': CornerDownLeft,
  'heading-1': Heading1,
  'heading-2': Heading2,
  'heading-3': Heading3,
  'heading-4': Heading4,
  'heading-5': Heading5,
  'heading-6': Heading6,
  image: Image,
  'indent-decrease': IndentDecrease,
  'indent-increase': IndentIncrease,
  italic: Italic,
  link: Link,
  list: List,
  'list-ordered': ListOrdered,
  'list-todo': ListTodo,
  minus: Minus,
  pilcrow: Pilcrow,
  'redo-2': Redo2,
  'square-code': SquareCode,
  strikethrough: Strikethrough,
  superscript: Superscript,
  table: Table,
  'text-quote': TextQuote,
  'undo-2': Undo2,
  unlink: Unlink,
}

/** The icon that an action names. Throws for a name that is not bundled: a mistake of the action's author. */
export function iconNamed(name: string): LucideIcon {
  const icon = ICONS[name]
  if (icon === undefined) throw new Error(`There is no icon “${name}” in renderer/editor/icons.ts.`)
  return icon
}
