import { useEffect, useState } from 'react'
import { THEME_STYLES } from '../../shared/document/html/stylesheet'
import type { PageDesign } from '../../shared/domain/pageThemes'
import { useDesk, useLayout } from '../app/DeskContext'
import type { Desk } from '../state/desk'
import { tell } from '../state/noticesStore'
import { problemOf } from '../state/problem'

function styleOf(design: Exclude<PageDesign, 'own'>): string {
  return design === 'broadsheet' ? '' : THEME_STYLES[design].css
}

async function readOwn({ client, stores }: Desk): Promise<string> {
  const say = (text: string) => tell(stores.notices, { key: 'page style', text })
  try {
    const { css, problems } = await client.call('pages.style', {})
    const [first, ...more] = problems
    if (first !== undefined)
      say(more.length === 0 ? first : `${first} So were ${more.length} more.`)
    return css
  } catch (error) {
    say(problemOf(error))
    return ''
  }
}

/** What the chosen design adds to the page. The library's own is read again whenever the window is returned to. */
export function usePageStyle(): string {
  const desk = useDesk()
  const design = useLayout((state) => state.pageDesign)
  const [own, setOwn] = useState('')
  useEffect(() => {
    if (design !== 'own') return
    let isOver = false
    const read = () =>
      void readOwn(desk).then((css) => {
        if (!isOver) setOwn(css)
      })
    read()
    window.addEventListener('focus', read)
    return () => {
      isOver = true
      window.removeEventListener('focus', read)
    }
  }, [desk, design])
  return design === 'own' ? own : styleOf(design)
}
