import { exportArticle } from '../../../shared/document/export'
import type { ExportArticle, PrintPage } from '../../ports/exporter'
import { printWithChromium } from './chromiumPrinter'

/** Exports whose pages are printed by what the host has for it. */
export const exportPrintedBy =
  (print: PrintPage): ExportArticle =>
  (text, wish) =>
    exportArticle(text, { ...wish, print })

/** Exports that may use what this machine has: a browser to print with. */
export const exportOnThisMachine = exportPrintedBy(printWithChromium)
