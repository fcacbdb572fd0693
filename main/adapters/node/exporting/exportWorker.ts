import { parentPort } from 'node:worker_threads'
import { AppError } from '../../../../shared/api/errors'
import { exportArticle } from '../../../../shared/document/export'
import type { Picture } from '../../../ports/exporter'
import type { FromThread, ToThread } from './threadMessages'

const say = (message: FromThread) => parentPort?.postMessage(message)
const waiting = new Map<string, (picture: Picture | null) => void>()
const nameOf = (job: number, path: string) => `${job} ${path}`

async function make({ job, text, wish }: Extract<ToThread, { kind: 'export' }>): Promise<void> {
  try {
    const made = await exportArticle(text, {
      ...wish,
      readAsset: (path) =>
        new Promise((resolve) => {
          waiting.set(nameOf(job, path), resolve)
          say({ kind: 'wanted', job, path })
        }),
    })
    say({ kind: 'made', job, made })
  } catch (error) {
    say({
      kind: 'failed',
      job,
      message: error instanceof Error ? error.message : String(error),
      ...(error instanceof AppError ? { code: error.code } : {}),
    })
  }
}

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'export') {
    void make(message)
    return
  }
  const name = nameOf(message.job, message.path)
  waiting.get(name)?.(message.picture)
  waiting.delete(name)
})
