import type { FigureWidth } from '../../features/figure'

/** How a place names its figures: every one, those with a caption, and those wider than the text. */
export interface FigureClasses extends Readonly<Record<Exclude<FigureWidth, 'text'>, string>> {
  readonly each: readonly string[]
  readonly captioned: string
}

export const GHOST_FIGURE: FigureClasses = {
  each: ['kg-card', 'kg-image-card'],
  wide: 'kg-width-wide',
  full: 'kg-width-full',
  captioned: 'kg-card-hascaption',
}

/** A figure's classes there; `own` are those that our pages give it. */
export function classesThere(
  { each, captioned, wide, full }: FigureClasses,
  own: readonly string[],
  hasCaption: boolean,
): string[] {
  const width = own.includes('wide') ? [wide] : own.includes('full') ? [full] : []
  return [...each, ...width, ...(hasCaption ? [captioned] : [])]
}
