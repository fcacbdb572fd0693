import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { AppError } from '../../../../shared/api/errors'
import type { ExportArticle, ExportWish, MadeExport } from '../../../ports/exporter'
import type { FromThread, ToThread } from './threadMessages'

/** More are not faster: what they make goes to disk through one. */
const MOST = 4
/** How long a thread is kept for the next article, in milliseconds. */
const IDLE = 5000

interface Job {
  readonly readAsset: ExportWish['readAsset']
  resolve(made: MadeExport): void
  reject(error: Error): void
}

interface Thread {
  readonly worker: Worker
  readonly jobs: Map<number, Job>
  timer?: NodeJS.Timeout
}

export interface ExportThreadsOptions {
  readonly count?: number
  readonly idle?: number
}

/** Makes exports in threads beside this one, as many at a time as the machine has cores. */
export function createExportThreads(
  worker: URL,
  { count = Math.min(availableParallelism(), MOST), idle = IDLE }: ExportThreadsOptions = {},
): ExportArticle {
  const threads = new Set<Thread>()
  let last = 0

  function start(): Thread {
    const thread: Thread = { worker: new Worker(worker, { env: {} }), jobs: new Map() }
    const lose = (message: string) => {
      threads.delete(thread)
      for (const job of thread.jobs.values()) job.reject(new AppError('internal', message))
      thread.jobs.clear()
    }
    thread.worker.on('message', (message: FromThread) => answer(thread, message))
    thread.worker.on('error', (error) => lose(`the export broke off: ${error.message}`))
    thread.worker.on('exit', () => lose('the export broke off'))
    threads.add(thread)
    return thread
  }

  function rest(thread: Thread): void {
    if (thread.jobs.size > 0) return
    // A thread that waits keeps no program from ending.
    thread.worker.unref()
    thread.timer = setTimeout(() => {
      threads.delete(thread)
      void thread.worker.terminate()
    }, idle)
    thread.timer.unref()
  }

  function answer(thread: Thread, message: FromThread): void {
    const job = thread.jobs.get(message.job)
    if (!job) return
    if (message.kind === 'wanted') {
      const { path } = message
      const reading = job.readAsset?.(path).catch(() => null) ?? Promise.resolve(null)
      void reading.then((picture) =>
        thread.worker.postMessage({
          kind: 'picture',
          job: message.job,
          path,
          picture,
        } satisfies ToThread),
      )
      return
    }
    thread.jobs.delete(message.job)
    if (message.kind === 'made') job.resolve(message.made)
    else if (message.code) job.reject(new AppError(message.code, message.message))
    else job.reject(new Error(message.message))
    rest(thread)
  }

  /** The one with the least to do; a new one while there may be more and each has something. */
  function next(): Thread {
    const [least] = [...threads].sort((a, b) => a.jobs.size - b.jobs.size)
    if (!least || (least.jobs.size > 0 && threads.size < count)) return start()
    return least
  }

  return (text, { readAsset, ...wish }) =>
    new Promise((resolve, reject) => {
      const thread = next()
      clearTimeout(thread.timer)
      thread.worker.ref()
      const job = ++last
      thread.jobs.set(job, { readAsset, resolve, reject })
      thread.worker.postMessage({ kind: 'export', job, text, wish } satisfies ToThread)
    })
}
