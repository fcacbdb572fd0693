import {
  MARKDOWN_PROFILES,
  type MarkdownProfileName,
  PROFILE_NAMES,
} from '../../shared/domain/exports'
import type { PageDesign } from '../../shared/domain/pageThemes'
import { Select } from '../ui/Field'
import { DESIGNS } from './designs'

const PROFILES = PROFILE_NAMES.map((value) => ({ value, label: MARKDOWN_PROFILES[value].label }))

interface DesignChoiceProps {
  readonly value: PageDesign
  onChange(design: PageDesign): void
}

/** How what is exported looks. */
export function DesignChoice({ value, onChange }: DesignChoiceProps) {
  const hint = DESIGNS.find((design) => design.value === value)?.hint ?? ''
  return <Select label="Design" hint={hint} value={value} options={DESIGNS} onChange={onChange} />
}

interface ProfileChoiceProps {
  readonly value: MarkdownProfileName
  onChange(profile: MarkdownProfileName): void
}

/** Which program's Markdown it is. */
export function ProfileChoice({ value, onChange }: ProfileChoiceProps) {
  return (
    <Select
      label="Whose Markdown"
      hint={MARKDOWN_PROFILES[value].hint}
      value={value}
      options={PROFILES}
      onChange={onChange}
    />
  )
}
