import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'

it('keeps bullets, numbers and boxes', () => {
  expect(typedInto('* a\n* b')).toBe('* a\n* b word')
  expect(typedInto('3) a\n4) b')).toBe('3) a\n4) b word')
  expect(typedInto('- [ ] a\n- [x] b')).toBe('- [ ] a\n- [x] b word')
})

it('becomes the HTML that says what it is', () => {
  expect(htmlOf('3) a\n4) b')).toBe('<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>')
})
