import { Command as Cmdk } from 'cmdk'
import { useState } from 'react'
import { fold, queryWords, rankByName } from '../../../shared/text/matching'
import { openArticle } from '../../state/actions/articleOpening'
import { Dialog } from '../../ui/Dialog'
import { useArticle, useDesk, useLibrary } from '../DeskContext'
import { showShortcut } from '../keys/shortcut'
import styles from './CommandPalette.module.css'
import type { Command } from './command'

interface CommandPaletteProps {
  readonly commands: readonly Command[]
  readonly shows: 'commands' | 'articles' | 'headings'
  onClose(): void
}

const FACES = {
  commands: { title: 'Command palette', placeholder: 'Type a command or an article…' },
  articles: { title: 'Go to article', placeholder: 'Type an article’s name…' },
  headings: { title: 'Go to heading', placeholder: 'Type a heading…' },
} as const

/** More than a person looks through; the rest is found by typing on. */
const MOST_ARTICLES = 50

/** Everything by name: what can be done, and every article of the library. */
export function CommandPalette({ commands, shows, onClose }: CommandPaletteProps) {
  const [query, setQuery] = useState('')
  const withCommands = shows === 'commands'
  // A query looks through the articles, too, after the commands.
  const withArticles = shows === 'articles' || (withCommands && query.trim().length > 1)
  const { title, placeholder } = FACES[shows]
  return (
    <Dialog title={title} onClose={onClose} size="wide" bare>
      <Cmdk label={title} loop className={styles.palette} filter={rank}>
        <Cmdk.Input
          value={query}
          onValueChange={setQuery}
          className={styles.input}
          placeholder={placeholder}
          data-autofocus
        />
        <Cmdk.List className={styles.list} label={title}>
          <Cmdk.Empty className={styles.empty}>Nothing goes by that name.</Cmdk.Empty>
          {withCommands ? <Commands commands={commands} onClose={onClose} /> : null}
          {shows === 'headings' ? <Headings onClose={onClose} /> : null}
          {withArticles ? <Articles query={query} onClose={onClose} /> : null}
        </Cmdk.List>
      </Cmdk>
    </Dialog>
  )
}

function Commands({ commands, onClose }: Pick<CommandPaletteProps, 'commands' | 'onClose'>) {
  const { host } = useDesk()
  return (
    <Cmdk.Group heading="Commands">
      {commands
        .filter((command) => command.name !== 'palette.open' && command.isEnabled())
        .map((command) => (
          <Cmdk.Item
            key={command.name}
            value={command.name}
            keywords={[command.label, command.menu, ...command.keywords]}
            className={styles.item}
            onSelect={() => {
              onClose()
              // The focus is back where it was before the command runs: it may be about the caret.
              queueMicrotask(() => command.run())
            }}
          >
            <span className={styles.menu}>{command.menu}</span>
            <span className={styles.label}>{command.label}</span>
            {command.keys[0] === undefined ? null : (
              <kbd className={styles.keys}>{showShortcut(command.keys[0], host.platform)}</kbd>
            )}
          </Cmdk.Item>
        ))}
    </Cmdk.Group>
  )
}

function Headings({ onClose }: { onClose(): void }) {
  const outline = useArticle((state) => state.session?.outline)
  return outline?.entries().map((entry) => (
    <Cmdk.Item
      key={entry.key}
      value={entry.key}
      keywords={[entry.text]}
      className={styles.item}
      onSelect={() => {
        onClose()
        queueMicrotask(() => outline.goTo(entry))
      }}
    >
      <span className={styles.menu}>{`H${entry.level}`}</span>
      <span className={styles.label}>{entry.text || 'Untitled'}</span>
    </Cmdk.Item>
  ))
}

function Articles({ query, onClose }: { readonly query: string; onClose(): void }) {
  const desk = useDesk()
  const articles = useLibrary((state) => state.articles)
  const wanted = queryWords(query)
  const found = articles
    .filter(({ title, fileName, folder }) => {
      const text = fold(`${title} ${fileName} ${folder}`)
      return wanted.every((word) => text.includes(word))
    })
    .slice(0, MOST_ARTICLES)
  return (
    <Cmdk.Group heading="Articles">
      {found.map((article) => (
        <Cmdk.Item
          key={article.id}
          value={article.id}
          keywords={[article.title, article.fileName, article.folder]}
          className={styles.item}
          onSelect={() => {
            onClose()
            void openArticle(desk, article.id)
          }}
        >
          <span className={styles.label}>{article.title}</span>
          <span className={styles.path}>
            {article.folder === '' ? article.fileName : `${article.folder}/${article.fileName}`}
          </span>
        </Cmdk.Item>
      ))}
    </Cmdk.Group>
  )
}

function rank(_value: string, query: string, keywords: readonly string[] = []): number {
  return rankByName(query, keywords)
}
