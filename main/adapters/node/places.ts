import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import type { Places } from '../../ports/host'

type Environment = Readonly<Record<string, string | undefined>>

/** Where things are, for a host without a desktop's own answer. */
export function nodePlaces({
  samples,
  documents = documentsFolder(process.env, process.platform),
}: {
  readonly samples: string
  readonly documents?: string
}): Places {
  return { home: homedir(), defaultLibrary: join(documents, 'Galley'), samples }
}

/** A path from the environment; the rules for these names say that a relative one is ignored. */
function pathIn(environment: Environment, name: string): string | undefined {
  const path = environment[name]
  return path !== undefined && isAbsolute(path) ? path : undefined
}

function configFolder(environment: Environment): string {
  return pathIn(environment, 'XDG_CONFIG_HOME') ?? join(homedir(), '.config')
}

/** The folder of Galley's settings: where the platform keeps such things. */
export function appDataFolder(environment: Environment, platform: NodeJS.Platform): string {
  const own = pathIn(environment, 'GALLEY_DATA')
  if (own !== undefined) return own
  if (platform === 'win32') {
    return join(pathIn(environment, 'APPDATA') ?? join(homedir(), 'AppData', 'Roaming'), 'Galley')
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Galley')
  return join(configFolder(environment), 'galley')
}

/** The documents folder; on Linux its name depends on the language the account was made in. */
export function documentsFolder(environment: Environment, platform: NodeJS.Platform): string {
  const usual = join(homedir(), 'Documents')
  if (platform !== 'linux') return usual
  try {
    const names = readFileSync(join(configFolder(environment), 'user-dirs.dirs'), 'utf8')
    const named = /^XDG_DOCUMENTS_DIR="(.+)"$/m.exec(names)?.[1]?.replace('$HOME', homedir())
    // An account without a documents folder names the home folder itself.
    const isUsable = named !== undefined && isAbsolute(named) && join(named) !== homedir()
    return isUsable ? named : usual
  } catch {
    return usual
  }
}
