/**
 * Parts of a whole, spread over all of it and in no order: the same in every run, so that what one
 * finds the next finds again.
 */
export function spread(count: number): readonly number[] {
  const GOLDEN = (Math.sqrt(5) - 1) / 2
  return Array.from({ length: count }, (_, index) => (index * GOLDEN) % 1)
}
