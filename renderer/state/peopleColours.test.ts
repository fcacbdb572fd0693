import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PEOPLE_COLOURS } from './people'

const tokens = readFileSync('renderer/ui/tokens/tokens.css', 'utf8')

type Light = readonly [red: number, green: number, blue: number]

/** A token's colour in one theme, as light in each channel. */
function token(name: string, theme: 'light' | 'dark'): Light {
  const found = new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`).exec(tokens)
  const hex = found?.[theme === 'light' ? 1 : 2]
  if (hex === undefined) throw new Error(`There is no token --${name}.`)
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

const luminance = ([red, green, blue]: Light): number =>
  0.2126 * red + 0.7152 * green + 0.0722 * blue

function contrast(a: Light, b: Light): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((one, other) => other - one)
  return (light + 0.05) / (dark + 0.05)
}

/** What eyes of each kind make of a colour: Viénot, Brettel and Mollon's matrices, on linear light. */
const EYES: Readonly<Record<string, readonly (readonly [number, number, number])[]>> = {
  'all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no red': [
    [0.11238, 0.88762, 0],
    [0.11238, 0.88762, 0],
    [0.00401, -0.00401, 1],
  ],
  'no green': [
    [0.29275, 0.70725, 0],
    [0.29275, 0.70725, 0],
    [-0.02234, 0.02234, 1],
  ],
}

function seen(colour: Light, eyes: (typeof EYES)[string]): Light {
  const [red = 0, green = 0, blue = 0] = eyes.map((row) =>
    Math.max(0, row[0] * colour[0] + row[1] * colour[1] + row[2] * colour[2]),
  )
  return [red, green, blue]
}

/** How far two colours are from each other in CIELAB. */
function distance(a: Light, b: Light): number {
  const lab = ([red, green, blue]: Light): readonly number[] => {
    const f = (t: number): number => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116)
    const x = f((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505)
    const y = f(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    const z = f((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089)
    return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
  }
  const [one, other] = [lab(a), lab(b)]
  return Math.hypot(...one.map((value, index) => value - (other[index] ?? 0)))
}

describe.each(['light', 'dark'] as const)('the colours of people in the %s theme', (theme) => {
  it('can be read on the page', () => {
    for (const colour of PEOPLE_COLOURS) {
      expect(contrast(token(`who-${colour}`, theme), token('page', theme)), colour).toBeGreaterThan(
        4.5,
      )
    }
  })

  it.each(Object.keys(EYES))('are told apart by eyes that see %s', (kind) => {
    const eyes = EYES[kind] ?? []
    const pairs = PEOPLE_COLOURS.flatMap((one, at) =>
      PEOPLE_COLOURS.slice(at + 1).map((other) => [one, other] as const),
    )
    const near = pairs
      .map(([one, other]) => {
        const [a, b] = [token(`who-${one}`, theme), token(`who-${other}`, theme)]
        return { pair: `${one}, ${other}`, far: distance(seen(a, eyes), seen(b, eyes)) }
      })
      .filter(({ far }) => far < 10)
    expect(near).toEqual([])
  })
})
