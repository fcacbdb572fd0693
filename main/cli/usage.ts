/** A command line that cannot be obeyed, with what is wrong with it. */
export interface Usage {
  readonly kind: 'usage'
  readonly topic: Topic
  readonly reason: string
}

export const TOPICS = [
  'galley',
  'export',
  'check',
  'roundtrip',
  'review',
  'merge',
  'history',
  'diff',
  'restore',
  'import',
] as const
export type Topic = (typeof TOPICS)[number]

export function usage(topic: Topic, reason: string): Usage {
  return { kind: 'usage', topic, reason }
}

export const help = { type: 'boolean', short: 'h', default: false } as const

/** The first sentence of what Node says of a wrong option. */
export function reasonIn(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  return (message.split(/\. |\n/)[0] ?? message).replace(/^./, (letter) => letter.toLowerCase())
}
