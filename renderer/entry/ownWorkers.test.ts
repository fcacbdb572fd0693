import { expect, it } from 'vitest'
import { allowOwnWorkers } from './ownWorkers'

it.each([
  ['/assets/merge.worker-1.js', true],
  ['http://127.0.0.1:4000/assets/parse.js', true],
  ['http://127.0.0.1:4001/assets/parse.js', false],
  ['https://example.org/x.js', false],
  ['data:text/javascript,alert(1)', false],
  ['blob:http://evil.example/1', false],
])('lets a worker start from %s: %s', (address, isAllowed) => {
  let judge: (address: string) => string | null = () => null
  allowOwnWorkers(
    { location: { href: 'http://127.0.0.1:4000/' } },
    {
      createPolicy(name, { createScriptURL }) {
        expect(name).toBe('default')
        judge = createScriptURL
      },
    },
  )
  expect(judge(address)).toBe(isAllowed ? address : null)
})
