import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openArticle } from '../../renderer/state/actions/articleOpening'
import { startDesk } from './testDesk'

const samples = readdirSync('samples').filter((name) => name.endsWith('.md'))

it.each(samples)('counts the words of %s in the bar as in the library', async (name) => {
  const test = await startDesk({ [name]: readFileSync(`samples/${name}`, 'utf8') })
  const [article] = test.desk.stores.library.getState().articles
  if (article === undefined) throw new Error('The sample is in the library.')
  await openArticle(test.desk, article.id)
  const { words } = test.desk.stores.article.getState()
  // The list guesses where Markdown is intricate; nobody should see two numbers for one article.
  expect(words).toBe(article.words)
  await test.close()
})
