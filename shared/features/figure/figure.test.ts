import { expect, it } from 'vitest'
import { htmlOf, typedInto } from '../../../tests/support/constructs'
import { openForWriter } from '../../../tests/support/writer'

it('keeps a picture in the line it stands in', () => {
  expect(typedInto('A ![flag](f.png "T") here')).toBe('A ![flag](f.png "T") here word')
})

it('becomes a figure with caption and credit', () => {
  expect(htmlOf('![Delegates](a.png "They arrive. (Photo: Ana Ruiz)")')).toBe(
    '<figure>\n<img src="a.png" alt="Delegates">\n' +
      '<figcaption>They arrive. <span class="credit">Photo: Ana Ruiz</span></figcaption>\n</figure>',
  )
})

it('stands after the paragraph in which a picture was chosen', async () => {
  const writer = openForWriter('One\n\nTwo', {
    choosePicture: () => Promise.resolve({ src: 'pictures/mill.jpg' }),
  })
  writer.putCaret('after', 'One')
  writer.choose('figure.insert')
  await Promise.resolve()
  writer.settle()
  expect(writer.file()).toBe('One\n\n![](pictures/mill.jpg)\n\nTwo')
})

it('changes nothing when no picture was chosen', async () => {
  const writer = openForWriter('One')
  writer.choose('figure.insert')
  await Promise.resolve()
  writer.settle()
  expect(writer.file()).toBe('One')
})
