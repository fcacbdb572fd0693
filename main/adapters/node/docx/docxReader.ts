import { Worker } from 'node:worker_threads'
import { AppError } from '../../../../shared/api/errors'
import type { DocumentReading } from '../../../../shared/domain/documentReading'
import type { DocumentKind, ReadDocx } from '../../../ports/importer'

/** What a document may take. A file of 80 kB can be made to hold a converter for most of a minute. */
export interface DocxLimits {
  readonly milliseconds: number
  readonly megabytes: number
}

const LIMITS: DocxLimits = { milliseconds: 20_000, megabytes: 512 }

const NAMES: Readonly<Record<DocumentKind, string>> = {
  docx: 'Word document',
  odt: 'OpenDocument text',
  page: 'web page',
}

/** Reads documents of text processors and web pages in a thread of its own, which is ended when it takes too long or too much memory. */
export function createDocxReader(worker: URL, limits: DocxLimits = LIMITS): ReadDocx {
  return (bytes, kind = 'docx') =>
    new Promise<DocumentReading>((resolve, reject) => {
      const thread = new Worker(worker, {
        workerData: { bytes, kind },
        resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
        // Nothing in a document has business with the environment or the terminal.
        env: {},
        stdout: true,
        stderr: true,
      })
      const timer = setTimeout(() => {
        end(() =>
          reject(
            new AppError(
              'invalid',
              'it takes too long to read; save it anew, or copy its text and paste it',
            ),
          ),
        )
      }, limits.milliseconds)
      function end(settle: () => void): void {
        clearTimeout(timer)
        settle()
        void thread.terminate()
      }
      thread.on('message', (read: DocumentReading) => end(() => resolve(read)))
      thread.on('error', (error: NodeJS.ErrnoException) =>
        end(() =>
          reject(
            error.code === 'ERR_WORKER_OUT_OF_MEMORY'
              ? new AppError('invalid', 'it takes too much memory to read')
              : new AppError(
                  'invalid',
                  `it is no ${NAMES[kind]} that can be read (${error.message})`,
                ),
          ),
        ),
      )
      thread.on('exit', () => end(() => reject(new AppError('invalid', 'it could not be read'))))
    })
}
