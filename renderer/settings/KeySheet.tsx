import type { Command } from '../app/commands/command'
import { useDesk } from '../app/DeskContext'
import { showShortcut } from '../app/keys/shortcut'
import { Dialog } from '../ui/Dialog'
import styles from './KeySheet.module.css'

interface KeySheetProps {
  readonly commands: readonly Command[]
  onClose(): void
}

/** Keys that no command has, since they belong to a pane. */
const PANE_KEYS: readonly (readonly [string, readonly string[]])[] = [
  ['Open the article at the cursor', ['Enter']],
  ['Rename it', ['F2']],
  ['Move it to the trash', ['Delete']],
  ['Its menu', ['Shift+F10']],
  ['Fold or unfold a folder', ['ArrowLeft', 'ArrowRight']],
]

/** Every key the desk knows, drawn from the commands themselves. */
export function KeySheet({ commands, onClose }: KeySheetProps) {
  const { host } = useDesk()
  const withKeys = commands.filter(({ keys }) => keys.length > 0)
  const menus = [...new Set(withKeys.map(({ menu }) => menu))]
  const show = (keys: readonly string[]) =>
    keys.map((key) => (
      <kbd key={key} className={styles.key}>
        {showShortcut(key, host.platform)}
      </kbd>
    ))
  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose} size="wide">
      <div className={styles.sheet}>
        {menus.map((menu) => (
          <section key={menu} className={styles.group}>
            <h3 className={styles.heading}>{menu}</h3>
            <dl className={styles.keys}>
              {withKeys
                .filter((command) => command.menu === menu)
                .map((command) => (
                  <div key={command.name} className={styles.row}>
                    <dt>{command.label.replace('…', '')}</dt>
                    <dd>{show(command.keys)}</dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <section className={styles.group}>
          <h3 className={styles.heading}>In the library</h3>
          <dl className={styles.keys}>
            {PANE_KEYS.map(([label, keys]) => (
              <div key={label} className={styles.row}>
                <dt>{label}</dt>
                <dd>{show(keys)}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  )
}
