/**
 * The dependency rule as a table: `renderer → shared ← main`, hosts → adapters → ports ← services,
 * and in shared api → domain, document → features → domain.
 */
export interface Zone {
  /** Path prefix; the longest one that fits decides. */
  readonly path: string
  /** Prefixes it may import, besides itself. */
  readonly may: readonly string[]
  /** Said when it imports something else of the house. */
  readonly advice: string
}

const SHARED = ['shared/']
const PURE = ['shared/domain/', 'shared/api/', 'shared/text/']

export const zones: readonly Zone[] = [
  {
    path: 'shared/domain/',
    may: [],
    advice: 'The domain depends on nothing: move what needs more to shared/api or shared/article.',
  },
  {
    path: 'shared/api/',
    may: ['shared/domain/'],
    advice: 'The contract knows only the domain: a type that it needs belongs in shared/domain.',
  },
  {
    path: 'shared/text/',
    may: ['shared/domain/'],
    advice:
      'Plain text knows no documents: what needs a parsed article belongs in shared/document.',
  },
  {
    path: 'shared/article/',
    may: PURE,
    advice: 'The file codec knows no editor: what needs one belongs in shared/document.',
  },
  {
    path: 'shared/features/',
    may: PURE,
    advice:
      'A feature is complete in its folder: what the whole document decides belongs in shared/document, what two features share beside shared/features/feature.ts.',
  },
  {
    path: 'shared/document/',
    may: [...PURE, 'shared/article/', 'shared/features/', 'shared/review/'],
    advice: 'The document pipeline stands on features, the article codec and the domain only.',
  },
  {
    path: 'shared/review/',
    may: [...PURE, 'shared/article/'],
    advice: 'Review is a matter of text: what needs a parsed article belongs in shared/document.',
  },
  {
    path: 'main/ports/',
    may: PURE,
    advice: 'A port is a type over the domain: what implements it belongs in main/adapters.',
  },
  {
    path: 'main/services/',
    may: [...SHARED, 'main/ports/'],
    advice: 'A service takes what it needs as a port: name it in main/ports.',
  },
  {
    path: 'main/adapters/',
    may: [...SHARED, 'main/ports/'],
    advice: 'An adapter makes a port real and nothing else: decisions belong in main/services.',
  },
  {
    path: 'main/backend',
    may: [...SHARED, 'main/ports/', 'main/services/'],
    advice: 'The backend is wired from services over ports: the host passes the adapters in.',
  },
  ...['main/electron/', 'main/browser/', 'main/cli/'].map((path) => ({
    path,
    may: [...SHARED, 'main/ports/', 'main/adapters/', 'main/backend'],
    advice:
      'A host passes adapters to the backend and calls its handlers: what hosts share belongs in main/adapters, what the house decides in main/services.',
  })),
  {
    path: 'renderer/ui/',
    may: [],
    advice: 'A widget knows nothing of articles: what does belongs in its area of renderer/.',
  },
  {
    path: 'renderer/state/',
    may: SHARED,
    advice: 'A store knows no component: pass it in, or move the component to its area.',
  },
  {
    path: 'renderer/',
    may: [...SHARED, 'renderer/'],
    advice: 'renderer and main meet only in shared/api: ask through a Client.',
  },
  {
    path: 'main/',
    may: [...SHARED, 'main/'],
    advice: 'main and renderer meet only in shared/api: what both need belongs in shared/.',
  },
]

export function zoneOf(path: string): Zone | undefined {
  return zones
    .filter((zone) => path.startsWith(zone.path))
    .sort((a, b) => b.path.length - a.path.length)[0]
}

/** The sentence for an import that breaks the rule; undefined for one that keeps it. */
export function complaint(from: string, target: string): string | undefined {
  const zone = zoneOf(from)
  if (!zone || !/^(shared|main|renderer|tests|scripts)\//.test(target)) return undefined
  const allowed = [zone.path, ...zone.may].some((prefix) => target.startsWith(prefix))
  return allowed ? undefined : `${from} imports ${target}. ${zone.advice}`
}
