import css from './groups.css?inline'

/** So many blocks make a group; it is parted when it has twice as many. */
const SIZE = 24

/** A group whose blocks cannot be parted stops being one when it has this many. */
const MANY = 4 * SIZE

/**
 * Only these have no margin above them, so that a border before them takes nothing from the space
 * between two blocks: at the edges of a box that is laid out by itself, margins do not collapse.
 */
const FIRST = new Set(['P', 'UL', 'OL'])

/** The slot is the group's box itself: in a box around it, no selection could reach beyond the group. */
interface Group {
  readonly box: HTMLSlotElement
  readonly blocks: ChildNode[]
}

const groupings = new WeakMap<HTMLElement, (block: Node) => Element | null>()

/** Whether blocks are grouped here: where it is not tried, each block is left out of layout by itself. */
export function canGroup(): boolean {
  return 'userAgentData' in navigator && CSS.supports('content-visibility', 'auto')
}

function canBegin(block: ChildNode | undefined): boolean {
  return block instanceof HTMLElement && FIRST.has(block.tagName)
}

/** Where a group is best parted: before a block that can begin one, as near to its middle as can be. */
function middleOf(blocks: readonly ChildNode[]): number | null {
  const middle = blocks.length >> 1
  for (let step = 0; step < middle; step++) {
    if (canBegin(blocks[middle + step])) return middle + step
    if (canBegin(blocks[middle - step])) return middle - step
  }
  return null
}

/**
 * Lays the children of `root` out in groups, so that a browser that leaves out what is not in view
 * has some ten groups to look at after each key and not some thousand blocks. The groups are boxes of a
 * shadow tree that the children are assigned to: for the editor, for styles and for selections
 * the children stay where they are, one beside the other in `root`.
 */
export function groupBlocks(root: HTMLElement): void {
  if (groupings.has(root)) return
  const shadow = root.attachShadow({ mode: 'closed', slotAssignment: 'manual' })
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  shadow.adoptedStyleSheets = [sheet]
  const groups: Group[] = []
  const homes = new WeakMap<Node, Group>()

  function addGroup(at: number, blocks: ChildNode[]): Group {
    const box = document.createElement('slot')
    const next = groups[at]?.box ?? null
    const group = { box, blocks }
    for (const block of blocks) homes.set(block, group)
    groups.splice(at, 0, group)
    shadow.insertBefore(box, next)
    return group
  }

  function assign({ box, blocks }: Group): void {
    box.assign(...blocks.filter((block) => block instanceof Element || block instanceof Text))
    box.className = canBegin(blocks[0]) && blocks.length < MANY ? 'group' : ''
    box.style.setProperty('--blocks', String(blocks.length))
  }

  /** Brings a group in order whose blocks have changed, and shows them. */
  function settle(group: Group): void {
    const at = groups.indexOf(group)
    if (at < 0) return
    const before = groups[at - 1]
    let passed = 0
    while (passed < group.blocks.length && !canBegin(group.blocks[passed])) passed++
    if (before !== undefined && passed > 0) {
      const moved = group.blocks.splice(0, passed)
      for (const block of moved) homes.set(block, before)
      before.blocks.push(...moved)
      settle(before)
      passed = 0
    }
    if (group.blocks.length === 0) {
      groups.splice(groups.indexOf(group), 1)
      group.box.remove()
      return
    }
    // What the article begins with before its first paragraph is no group.
    const end = passed > 0 ? passed : group.blocks.length > 2 * SIZE ? middleOf(group.blocks) : null
    if (end === null || end === group.blocks.length) {
      assign(group)
      return
    }
    const rest = addGroup(groups.indexOf(group) + 1, group.blocks.splice(end))
    settle(group)
    settle(rest)
  }

  function take(block: Node): void {
    const group = homes.get(block)
    if (group === undefined) return
    homes.delete(block)
    const at = group.blocks.indexOf(block as ChildNode)
    if (at < 0) return
    group.blocks.splice(at, 1)
    settle(group)
  }

  /** Gives a child that has come its place. */
  function put(block: ChildNode): void {
    const after = block.previousSibling && homes.get(block.previousSibling)
    const before = block.nextSibling && homes.get(block.nextSibling)
    const group = after ?? before ?? addGroup(0, [])
    const at = after && block.previousSibling ? group.blocks.indexOf(block.previousSibling) + 1 : 0
    group.blocks.splice(at, 0, block)
    homes.set(block, group)
    settle(group)
  }

  function isInOrder(): boolean {
    const placed = groups.flatMap(({ blocks }) => blocks)
    const children = root.childNodes
    return (
      placed.length === children.length && placed.every((block, index) => block === children[index])
    )
  }

  function groupAll(): void {
    for (const { box } of groups.splice(0)) box.remove()
    const children = [...root.childNodes]
    if (children.length > 0) settle(addGroup(0, children))
  }

  // A child is shown only once it has a place, and the caret is put into a new one at once.
  root.insertBefore = <T extends Node>(child: T, next: Node | null): T => {
    take(child)
    Node.prototype.insertBefore.call(root, child, next)
    if (child.parentNode === root) put(child as unknown as ChildNode)
    return child
  }
  root.appendChild = (child) => root.insertBefore(child, null)
  root.removeChild = (child) => {
    take(child)
    Node.prototype.removeChild.call(root, child)
    return child
  }
  root.replaceChild = (child, old) => {
    root.insertBefore(child, old)
    root.removeChild(old)
    return old
  }
  // Whatever else changes the children.
  new MutationObserver(() => {
    if (!isInOrder()) groupAll()
  }).observe(root, { childList: true })

  groupAll()
  root.toggleAttribute('data-grouped', true)
  groupings.set(root, (block) => homes.get(block)?.box ?? null)
}

/**
 * A box that is no smaller than `block`, a child of the editor's root, and about where it is: as good
 * as the block's own to tell that it is far from the view, and nothing out of sight is laid out for it.
 */
export function roughBoxOf(block: Element): DOMRect {
  const root = block.parentElement
  const group = root === null ? null : groupings.get(root)?.(block)
  const isLaidOut = group == null || group.className === ''
  return (isLaidOut ? block : group).getBoundingClientRect()
}
