import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { AppError } from '../../shared/api/errors'
import { type Design, PAGE_THEME_NAMES } from '../../shared/domain/pageThemes'

/** The design that `--theme` names: one of Galley's, or a style in a file. */
export async function designFrom(
  theme: string | undefined,
  currentFolder: string,
): Promise<{ readonly design?: Design }> {
  if (theme === undefined) return {}
  const name = PAGE_THEME_NAMES.find((each) => each === theme)
  if (name !== undefined) return { design: { kind: 'theme', name } }
  try {
    return { design: { kind: 'own', css: await readFile(resolve(currentFolder, theme), 'utf8') } }
  } catch {
    throw new AppError('not-found', `there is no style “${theme}”; name a file that can be read`)
  }
}
