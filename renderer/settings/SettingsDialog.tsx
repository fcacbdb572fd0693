import { useState } from 'react'
import { useDesk, useLayout } from '../app/DeskContext'
import { changeSettings } from '../state/actions/settings'
import { handleFrom, PEOPLE_COLOURS } from '../state/people'
import { Button } from '../ui/Button'
import { Dialog, DialogButtons } from '../ui/Dialog'
import { Check, Choices, Field } from '../ui/Field'
import styles from './SettingsDialog.module.css'

const THEMES = [
  { value: 'system', label: 'As the system' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

const WIDTHS = [
  { value: 'narrow', label: 'Narrow' },
  { value: 'normal', label: 'Normal' },
  { value: 'wide', label: 'Wide' },
] as const

const TEXT_SIZES = { least: 14, most: 28 }

const SPANS = [
  { key: 'historyHourlyDays', label: 'Days with one version an hour', most: 3650 },
  { key: 'historyDailyDays', label: 'Days with one version a day', most: 36_500 },
] as const

/** How the history is thinned out as it grows older. */
function HistorySpans() {
  const desk = useDesk()
  const hourly = useLayout((state) => state.historyHourlyDays)
  const daily = useLayout((state) => state.historyDailyDays)
  const values = { historyHourlyDays: hourly, historyDailyDays: daily }
  return SPANS.map(({ key, label, most }) => (
    <Field
      key={key}
      label={label}
      {...(key === 'historyDailyDays'
        ? {
            hint: 'Every version of today is kept, and after these days one a month. A version with a name is kept for good.',
          }
        : {})}
    >
      {(ids) => (
        <input
          {...ids}
          type="number"
          min={0}
          max={most}
          value={values[key]}
          onChange={({ target }) => {
            const days = target.valueAsNumber
            if (Number.isInteger(days) && days >= 0 && days <= most) {
              void changeSettings(desk, { [key]: days })
            }
          }}
        />
      )}
    </Field>
  ))
}

/** Each change counts at once; closing is all there is to do. */
export function SettingsDialog({ onClose }: { onClose(): void }) {
  const desk = useDesk()
  const { platform } = desk.host
  const theme = useLayout((state) => state.theme)
  const textSize = useLayout((state) => state.textSize)
  const headingKeys = useLayout((state) => state.headingKeys)
  const textWidth = useLayout((state) => state.textWidth)
  const smartTyping = useLayout((state) => state.smartTyping)
  const handle = useLayout((state) => state.handle)
  const colour = useLayout((state) => state.colour)
  const [author, setAuthor] = useState(desk.stores.layout.getState().author)
  const mod = platform === 'mac' ? '⌘' : 'Ctrl+'
  const modAlt = platform === 'mac' ? '⌥⌘' : 'Ctrl+Alt+'

  const saveAuthor = () => {
    const name = author.trim()
    if (name !== desk.stores.layout.getState().author) void changeSettings(desk, { author: name })
  }

  return (
    <Dialog title="Settings" onClose={onClose}>
      <h3 className={styles.part}>Appearance</h3>
      <Choices
        legend="Theme"
        name="theme"
        value={theme}
        options={THEMES}
        columns={3}
        onChange={(value) => void changeSettings(desk, { theme: value })}
      />
      <Field label={`Text size: ${textSize} pixels`}>
        {(ids) => (
          <input
            {...ids}
            className={styles.range}
            type="range"
            min={TEXT_SIZES.least}
            max={TEXT_SIZES.most}
            step={1}
            value={textSize}
            onChange={(event) =>
              void changeSettings(desk, { textSize: Number(event.target.value) })
            }
          />
        )}
      </Field>
      <p className={styles.sample}>The talks lasted five hours, and nobody left early.</p>
      <Choices
        legend="Width of the text"
        name="textWidth"
        value={textWidth}
        options={WIDTHS}
        columns={3}
        onChange={(value) => void changeSettings(desk, { textWidth: value })}
      />
      <h3 className={styles.part}>Writing</h3>
      <Choices
        legend="Keys for headings"
        name="headingKeys"
        value={headingKeys}
        options={[
          { value: 'document', label: `${modAlt}1 to 6`, hint: 'As in Word and Google Docs.' },
          { value: 'markdown', label: `${mod}1 to 6`, hint: 'As in Typora and iA Writer.' },
        ]}
        onChange={(value) => void changeSettings(desk, { headingKeys: value })}
      />
      <Check
        label="Smart quotation marks, dashes and ellipses, as the article’s language has them"
        hint="Backspace right after one brings back what was typed. Code is left alone."
        checked={smartTyping}
        onChange={(value) => void changeSettings(desk, { smartTyping: value })}
      />
      <h3 className={styles.part}>You</h3>
      <Field label="Your name" hint="For bylines and for what you suggest in a review.">
        {(ids) => (
          <input
            {...ids}
            type="text"
            autoComplete="name"
            value={author}
            onChange={(event) => setAuthor(event.target.value)}
            onBlur={saveAuthor}
          />
        )}
      </Field>
      <Field
        label="Handle in a review"
        hint="What stands after the @ beside what you suggest. Made from your name unless you choose."
      >
        {(ids) => (
          <input
            {...ids}
            type="text"
            value={handle}
            placeholder={handleFrom(author) || 'me'}
            onChange={(event) =>
              void changeSettings(desk, { handle: handleFrom(event.target.value) })
            }
          />
        )}
      </Field>
      <Field label="Colour in a review">
        {(ids) => (
          <select
            {...ids}
            value={colour}
            onChange={(event) => {
              const chosen = PEOPLE_COLOURS.find((name) => name === event.target.value) ?? ''
              void changeSettings(desk, { colour: chosen })
            }}
          >
            <option value="">Chosen for you</option>
            {PEOPLE_COLOURS.map((name) => (
              <option key={name} value={name}>
                {name.replace(/^./, (letter) => letter.toUpperCase())}
              </option>
            ))}
          </select>
        )}
      </Field>
      <h3 className={styles.part}>History</h3>
      <HistorySpans />
      <DialogButtons>
        <Button
          look="primary"
          onClick={() => {
            saveAuthor()
            onClose()
          }}
        >
          Done
        </Button>
      </DialogButtons>
    </Dialog>
  )
}
