/** The closed set of reasons a call can fail for. */
export const ERROR_CODES = [
  'invalid',
  'not-found',
  'conflict',
  'denied',
  'cancelled',
  'unavailable',
  'internal',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/**
 * A failure that crosses the boundary between backend and renderer as data.
 * `message` is a sentence that a person can act on; `details` carries what a program needs.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
  }
}

/** What every call answers: the value, or the error as data. */
export type Reply<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly error: {
        readonly code: ErrorCode
        readonly message: string
        readonly details: Readonly<Record<string, unknown>>
      }
    }
