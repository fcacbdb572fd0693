import { OWN_STYLE_FILE, PAGE_THEME_NAMES, PAGE_THEMES } from '../../shared/domain/pageThemes'

/** The designs that a page can have, as choices. */
export const DESIGNS = [
  ...PAGE_THEME_NAMES.map((value) => ({ value, ...PAGE_THEMES[value] })),
  {
    value: 'own' as const,
    label: 'The library’s own',
    hint: `The broadsheet, and over it ${OWN_STYLE_FILE} at the library’s top.`,
  },
]
