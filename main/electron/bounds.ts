import * as v from 'valibot'

const Bounds = v.object({
  x: v.pipe(v.number(), v.integer()),
  y: v.pipe(v.number(), v.integer()),
  width: v.pipe(v.number(), v.integer(), v.minValue(1)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1)),
})
export type Bounds = v.InferOutput<typeof Bounds>

const WindowState = v.object({
  bounds: v.optional(Bounds),
  isMaximized: v.optional(v.boolean(), false),
})
export type WindowState = v.InferOutput<typeof WindowState>

export const SMALLEST = { width: 640, height: 480 } as const
const USUAL = { width: 1360, height: 860 } as const

/** Where the window was, from whatever the file holds. */
export function windowStateFrom(text: string | null): WindowState {
  try {
    const parsed = v.safeParse(WindowState, JSON.parse(text ?? '{}'))
    return parsed.success ? parsed.output : { isMaximized: false }
  } catch {
    return { isMaximized: false }
  }
}

/** How much of a window's top must show on a screen for it to be found and moved. */
const SHOWN = { width: 120, height: 40 }

/** The window's place again, unless the screen it was on is gone; then the usual size wherever the system likes. */
export function fitBounds(
  saved: Bounds | undefined,
  workAreas: readonly Bounds[],
): Partial<Bounds> & Pick<Bounds, 'width' | 'height'> {
  const largest = workAreas[0]
  const usual = {
    width: Math.min(USUAL.width, largest?.width ?? USUAL.width),
    height: Math.min(USUAL.height, largest?.height ?? USUAL.height),
  }
  if (saved === undefined) return usual
  const area = workAreas.find((candidate) => {
    const width =
      Math.min(saved.x + saved.width, candidate.x + candidate.width) -
      Math.max(saved.x, candidate.x)
    const isInReach =
      saved.y >= candidate.y - SHOWN.height &&
      saved.y <= candidate.y + candidate.height - SHOWN.height
    return width >= SHOWN.width && isInReach
  })
  if (area === undefined) return usual
  return {
    ...saved,
    width: Math.max(SMALLEST.width, Math.min(saved.width, area.width)),
    height: Math.max(SMALLEST.height, Math.min(saved.height, area.height)),
  }
}
