/** The folders of a library's path, and its file; a folder is `''` at the top. */
interface Filed {
  readonly folder: string
  readonly fileName: string
}

/** The address of one article as a link in another writes it: relative, and encoded where Markdown needs it. */
export function relativeAddress(from: Pick<Filed, 'folder'>, to: Filed): string {
  const here = from.folder === '' ? [] : from.folder.split('/')
  const there = to.folder === '' ? [] : to.folder.split('/')
  let shared = 0
  while (shared < here.length && here[shared] === there[shared]) shared += 1
  const parts = [...here.slice(shared).map(() => '..'), ...there.slice(shared), to.fileName]
  return parts.map((part) => (part === '..' ? part : encodePart(part))).join('/')
}

/** Letters of any script stay readable; what would end or change an address is encoded. */
function encodePart(part: string): string {
  return part.replace(/[\s%?#()<>[\]\\]/g, (character) =>
    encodeURIComponent(character).replace('(', '%28').replace(')', '%29'),
  )
}
