import type { ErrorCode } from '../../../../shared/api/errors'
import type { ExportWish, MadeExport, Picture } from '../../../ports/exporter'

/** What a thread is asked for. */
export type ToThread =
  | {
      readonly kind: 'export'
      readonly job: number
      readonly text: string
      /** Pictures are asked for: a function does not cross. */
      readonly wish: Omit<ExportWish, 'readAsset'>
    }
  | {
      readonly kind: 'picture'
      readonly job: number
      readonly path: string
      readonly picture: Picture | null
    }

/** What a thread answers, and asks for in turn. */
export type FromThread =
  | { readonly kind: 'made'; readonly job: number; readonly made: MadeExport }
  | {
      readonly kind: 'failed'
      readonly job: number
      /** Absent for what nobody foresaw. */
      readonly code?: ErrorCode
      readonly message: string
    }
  | { readonly kind: 'wanted'; readonly job: number; readonly path: string }
