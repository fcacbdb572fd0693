import * as v from 'valibot'
import { contract, type Handlers, type Method } from './contract'
import { AppError, type Reply } from './errors'

export interface DispatchOptions {
  /** Checks what handlers answer, too: for tests, since the backend's own types already say so. */
  readonly checkOutput?: boolean
  /** Told of every failure that no handler foresaw, before it is turned into an `internal` error. */
  readonly onInternal?: (method: string, error: unknown) => void
}

/** Whether `name` is a method of the contract itself, not of an object's prototype. */
export function isMethod(name: unknown): name is Method {
  return typeof name === 'string' && Object.hasOwn(contract, name)
}

/**
 * Answers one call from the far side of a boundary. Whatever comes in, it never throws: an unknown
 * method, input of the wrong shape and a handler's failure are all replies, as data.
 */
export async function dispatch(
  handlers: Handlers,
  method: unknown,
  raw: unknown,
  { checkOutput = false, onInternal }: DispatchOptions = {},
): Promise<Reply<unknown>> {
  if (!isMethod(method)) {
    return failure(new AppError('invalid', 'This is not something that Galley can be asked for.'))
  }
  const input = v.safeParse(contract[method].input, raw)
  if (!input.success) {
    return failure(
      new AppError('invalid', `${method} was asked for wrongly: ${firstIssue(input.issues)}.`),
    )
  }
  try {
    // The table pairs each method with its own input; the compiler cannot see that across a union.
    const handle = handlers[method] as (input: unknown) => Promise<unknown>
    const value = await handle(input.output)
    if (!checkOutput) return { ok: true, value }
    const output = v.safeParse(contract[method].output, value)
    if (output.success) return { ok: true, value }
    throw new Error(`${method} answered wrongly: ${firstIssue(output.issues)}`)
  } catch (error) {
    if (error instanceof AppError) return failure(error)
    onInternal?.(method, error)
    const reason = error instanceof Error ? error.message : String(error)
    return failure(
      new AppError('internal', `Galley failed where it should not have (${method}): ${reason}`),
    )
  }
}

function firstIssue(issues: readonly v.BaseIssue<unknown>[]): string {
  const issue = issues[0]
  if (!issue) return 'unknown reason'
  const path = issue.path?.map((item) => String(item.key)).join('.')
  return path ? `${path}: ${issue.message}` : issue.message
}

/** The error as data that any carrier can take, even if its details hold what cannot be cloned. */
function failure({ code, message, details }: AppError): Reply<never> {
  return { ok: false, error: { code, message, details: plain(details) } }
}

function plain(details: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(JSON.stringify(details)) as Record<string, unknown>
  } catch {
    return {}
  }
}
