import { AlignmentType, BorderStyle, type IStylesOptions, LevelFormat } from 'docx'

const BULLETS = ['•', '◦', '▪']

/** Nine levels of a list, each further in than the one before. */
export function levels(format: (typeof LevelFormat)[keyof typeof LevelFormat], start: number) {
  return Array.from({ length: 9 }, (_, level) => ({
    level,
    format,
    start,
    text: format === LevelFormat.BULLET ? (BULLETS[level % 3] ?? '•') : `%${level + 1}.`,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 540 * (level + 1), hanging: 270 } } },
  }))
}

/** Word knows its headings by their names; other programs find one by its level in the outline. */
function heading(outlineLevel: number) {
  return { paragraph: { outlineLevel, keepNext: true } }
}

export const HEADING_STYLES = {
  heading1: heading(0),
  heading2: heading(1),
  heading3: heading(2),
  heading4: heading(3),
  heading5: heading(4),
  heading6: heading(5),
}

export const PARAGRAPH_STYLES: NonNullable<IStylesOptions['paragraphStyles']> = [
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'Normal',
    run: { italics: true },
    paragraph: { indent: { left: 540, right: 540 }, spacing: { before: 120, after: 120 } },
  },
  {
    id: 'Caption',
    name: 'caption',
    basedOn: 'Normal',
    run: { size: 18, color: '555555' },
    paragraph: { spacing: { after: 240 } },
  },
  {
    id: 'Subtitle',
    name: 'Subtitle',
    basedOn: 'Normal',
    run: { size: 28, color: '444444' },
    paragraph: { spacing: { after: 200 } },
  },
  { id: 'Kicker', name: 'Kicker', basedOn: 'Normal', run: { bold: true, size: 18 } },
  {
    id: 'Code',
    name: 'Code',
    basedOn: 'Normal',
    run: { font: 'Courier New', size: 18 },
    paragraph: {
      spacing: { after: 0 },
      border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: 'CCCCCC' } },
    },
  },
]
