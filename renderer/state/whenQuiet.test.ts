import { expect, it } from 'vitest'
import { createStepClock } from './stepClock'
import { whenQuiet } from './whenQuiet'

it('waits until nothing happens any more, and no longer than it may', async () => {
  const clock = createStepClock()
  const runs: number[] = []
  const quiet = whenQuiet(clock, () => runs.push(clock.now()), { quiet: 100, most: 350 })
  const start = clock.now()
  quiet.note()
  await clock.advance(60)
  quiet.note()
  await clock.advance(60)
  expect(runs).toEqual([])
  await clock.advance(60)
  expect(runs.map((time) => time - start)).toEqual([160])
  for (let step = 0; step < 12; step++) {
    quiet.note()
    await clock.advance(50)
  }
  expect(runs.map((time) => time - start)).toEqual([160, 530])
  quiet.stop()
  await clock.advance(1000)
  expect(runs).toHaveLength(2)
})
