/** How wide a figure stands: as the text, wider, or from edge to edge. */
export type FigureWidth = 'text' | 'wide' | 'full'

const SUFFIX = /#(wide|full)$/

/**
 * The width is a fragment of the picture's address, `harbour.jpg#wide`: every program that shows the
 * Markdown shows the picture, and none shows the word.
 */
export function readWidth(src: string): FigureWidth {
  const width = SUFFIX.exec(src)?.[1]
  return width === 'wide' || width === 'full' ? width : 'text'
}

export function writeWidth(src: string, width: FigureWidth): string {
  const plain = src.replace(SUFFIX, '')
  return width === 'text' ? plain : `${plain}#${width}`
}
