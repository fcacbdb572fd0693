import { useEffect, useState } from 'react'
import {
  checkArticle,
  type Finding,
  filesNamedIn,
  type HouseRules,
  NO_HOUSE_RULES,
  readHouseRules,
} from '../../../shared/document/checks'
import { useDesk } from '../../app/DeskContext'
import type { ArticleSession } from '../../state/articleSession'
import type { Desk } from '../../state/desk'
import { problemOf } from '../../state/problem'

export interface Checked {
  readonly findings: readonly Finding[]
  /** Sentences about the library's own rules, or why the article could not be checked. */
  readonly problems: readonly string[]
  /** The library's own rules, which also say what a status asks for. */
  readonly rules: HouseRules
}

/** Time without a change after which an article is looked at again: never while somebody types. */
const QUIET_MS = 600

async function look({ client, clock }: Desk, session: ArticleSession): Promise<Checked> {
  try {
    const named = filesNamedIn(session.content()).slice(0, 5000)
    const facts = await client.call('checks.facts', { id: session.id, files: [...named] })
    const { rules, problems } =
      facts.rules === null ? { rules: NO_HOUSE_RULES, problems: [] } : readHouseRules(facts.rules)
    const slugs = new Map(facts.slugs.map(({ slug, title }) => [slug, title]))
    const review = session.review.list()
    const around = { missing: new Set(facts.missing), slugs, review, now: clock.now() }
    // The page may have changed while the files were looked for.
    return { findings: checkArticle(session.content(), around, rules), problems, rules }
  } catch (error) {
    const problems = [`The article could not be checked. ${problemOf(error)}`]
    return { findings: [], problems, rules: NO_HOUSE_RULES }
  }
}

/** What is to be seen to, kept up with the page; null until it was looked at once. */
export function useFindings(session: ArticleSession): Checked | null {
  const desk = useDesk()
  const [checked, setChecked] = useState<Checked | null>(null)
  useEffect(() => {
    let isGone = false
    const run = () =>
      void look(desk, session).then((found) => {
        if (!isGone) setChecked(found)
      })
    run()
    let cancel: () => void = () => undefined
    const stop = session.onChange(() => {
      cancel()
      cancel = desk.clock.after(QUIET_MS, run)
    })
    return () => {
      isGone = true
      cancel()
      stop()
    }
  }, [desk, session])
  return checked
}
