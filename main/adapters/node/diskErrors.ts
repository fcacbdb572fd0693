import { AppError, type ErrorCode } from '../../../shared/api/errors'

/** The code of a failed system call, `''` for any other error. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}

const MEANINGS: Readonly<Record<string, readonly [ErrorCode, (name: string) => string]>> = {
  ENOENT: ['not-found', (name) => `${name} is no longer there.`],
  ENOTDIR: ['not-found', (name) => `${name} is no longer there.`],
  EEXIST: ['conflict', (name) => `There is already something called ${name}.`],
  ENOTEMPTY: ['conflict', (name) => `There is already something called ${name}.`],
  EACCES: [
    'denied',
    (name) => `The system does not allow access to ${name}. Check its permissions.`,
  ],
  EPERM: [
    'denied',
    (name) => `The system does not allow access to ${name}. Check its permissions.`,
  ],
  EROFS: ['denied', (name) => `${name} is on a disk that cannot be written to.`],
  ELOOP: ['invalid', (name) => `${name} is a link that leads back to itself.`],
  EISDIR: ['invalid', (name) => `${name} is a folder.`],
  ENAMETOOLONG: ['invalid', (name) => `The name of ${name} is too long for this disk.`],
  ENOSPC: [
    'unavailable',
    (name) => `The disk is full, so ${name} was not written. Make room and try again.`,
  ],
  EDQUOT: [
    'unavailable',
    (name) =>
      `Your share of the disk is full, so ${name} was not written. Make room and try again.`,
  ],
  EFBIG: ['unavailable', (name) => `${name} is larger than this disk takes.`],
  EIO: [
    'unavailable',
    (name) => `The disk reported an error at ${name}. Save a copy elsewhere and check the disk.`,
  ],
  ESTALE: ['unavailable', (name) => `The drive that holds ${name} does not answer.`],
  ETIMEDOUT: ['unavailable', (name) => `The drive that holds ${name} does not answer.`],
  EBUSY: ['unavailable', (name) => `Another program is holding ${name}. Try again in a moment.`],
  EMFILE: ['unavailable', () => 'Too many files are open. Close other programs and try again.'],
  ENFILE: ['unavailable', () => 'Too many files are open. Close other programs and try again.'],
}

/** A failed system call as an error that names the file and says what to do; others pass unchanged. */
export function diskError(error: unknown, name: string): unknown {
  const code = codeOf(error)
  if (error instanceof AppError || code === '') return error
  const quoted = `“${name}”`
  const meaning = MEANINGS[code]
  if (meaning) return new AppError(meaning[0], meaning[1](quoted), { cause: code })
  return new AppError('unavailable', `${quoted} could not be reached (${code}).`, { cause: code })
}

/** Runs a piece of disk work; what fails in it is told of the file called `name`. */
export async function namingFile<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw diskError(error, name)
  }
}
