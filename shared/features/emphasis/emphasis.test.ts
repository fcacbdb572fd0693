import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'

it('keeps each mark as it is written', () => {
  expect(typedInto('*a* **b** ~~c~~ `d`')).toBe('*a* **b** ~~c~~ `d` word')
  expect(typedInto('_a_ __b__')).toBe('_a_ __b__ word')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('*a* **b** ~~c~~ `d`')).toBe(
    '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>',
  )
})
