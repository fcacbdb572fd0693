import type { ArticleSummary } from '../../shared/domain/article'
import { EXPORT_FORMATS, FORMAT_NAMES } from '../../shared/domain/exports'
import type { LayoutState } from '../state/layoutStore'
import { Check, Choices, Field, Select } from '../ui/Field'
import { DesignChoice, ProfileChoice } from './Choices'
import type { ManyWishes, Which } from './manyWishes'

interface ManyOptionsProps {
  readonly wishes: ManyWishes
  readonly listed: {
    readonly articles: readonly ArticleSummary[]
    readonly filter: string
    readonly sort: LayoutState['sort']
  }
  change(part: Partial<ManyWishes>): void
}

const FORMATS = FORMAT_NAMES.map((value) => ({
  value,
  ...EXPORT_FORMATS[value],
  ...(value === 'epub' ? { hint: 'One book, each article a chapter.' } : {}),
}))

/** What is exported, and as what. */
export function ManyOptions({ wishes, listed, change }: ManyOptionsProps) {
  const { articles, filter } = listed
  const folders = [...new Set(articles.map(({ folder }) => folder))].filter(Boolean).sort()
  const which: { value: Which; label: string }[] = [
    { value: 'all', label: 'The whole library' },
    ...(filter === '' ? [] : [{ value: 'shown' as const, label: `What matches “${filter}”` }]),
    ...folders.map((folder) => ({
      value: `folder:${folder}` as const,
      label: `The folder ${folder}`,
    })),
  ]
  return (
    <>
      <Select
        label="Which articles"
        hint="One under embargo is kept back."
        value={wishes.which}
        options={which}
        onChange={(next) => change({ which: next })}
      />
      <Choices
        legend="Format"
        name="format"
        value={wishes.format}
        options={FORMATS}
        columns={2}
        onChange={(format) => change({ format })}
      />
      <OfFormat wishes={wishes} change={change} />
    </>
  )
}

function OfFormat({ wishes, change }: Omit<ManyOptionsProps, 'listed'>) {
  const { format, design, profile, index, feed, site } = wishes
  if (format === 'markdown') {
    return <ProfileChoice value={profile} onChange={(next) => change({ profile: next })} />
  }
  if (format !== 'html' && format !== 'pdf' && format !== 'epub') return null
  return (
    <>
      <DesignChoice value={design} onChange={(next) => change({ design: next })} />
      {format === 'html' ? (
        <>
          <Check
            label="With a page that lists them"
            checked={index}
            onChange={(next) => change({ index: next })}
          />
          <Check
            label="With an RSS feed"
            checked={feed}
            onChange={(next) => change({ feed: next })}
          />
          {feed ? (
            <Field label="Where it will be published" hint="The feed’s links begin with it.">
              {(ids) => (
                <input
                  {...ids}
                  type="url"
                  value={site}
                  placeholder="https://example.org/"
                  onChange={(event) => change({ site: event.target.value })}
                />
              )}
            </Field>
          ) : null}
        </>
      ) : null}
    </>
  )
}
