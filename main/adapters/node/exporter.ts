import { exportArticle } from '../../../shared/document/export'
import type { ExportArticle } from '../../ports/exporter'
import { printWithChromium } from './chromiumPrinter'

/** Exports that may use what this machine has: a browser to print with. */
export const exportOnThisMachine: ExportArticle = (text, wish) =>
  exportArticle(text, { ...wish, print: printWithChromium })
