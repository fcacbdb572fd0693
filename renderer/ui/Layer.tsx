import type { ComponentProps } from 'react'

interface LayerProps extends ComponentProps<'section'> {
  readonly label: string
}

/**
 * What is drawn above the page, as the one child of a portal. It is a landmark of its own for as long
 * as it is open: those who go from landmark to landmark would find it in none.
 */
export function Layer({ label, ...section }: LayerProps) {
  return <section {...section} aria-label={label} />
}
