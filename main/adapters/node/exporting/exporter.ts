import { existsSync } from 'node:fs'
import { exportArticle } from '../../../../shared/document/export'
import type { ExportArticle, PrintPage } from '../../../ports/exporter'
import { createExportThreads } from './exportThreads'

/**
 * Exports whose pages are printed by what the host has for it. Many of them are made in threads where
 * `worker`, which the build puts beside each host, is there.
 */
export function exportPrintedBy(print: PrintPage, worker?: URL): ExportArticle {
  const inThreads = worker && existsSync(worker) ? createExportThreads(worker) : null
  return (text, wish) =>
    inThreads && wish.isOneOfMany && wish.format !== 'pdf'
      ? inThreads(text, wish)
      : exportArticle(text, { ...wish, print })
}
