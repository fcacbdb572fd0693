import type { FuseV1Options, FuseVersion } from '@electron/fuses'

export const fuses: Readonly<Record<FuseV1Options, boolean>> & {
  readonly version: FuseVersion
  readonly strictlyRequireAllFuses: true
}

export interface PackContext {
  readonly appOutDir: string
  readonly electronPlatformName: string
  readonly packager: {
    readonly appInfo: { readonly productFilename: string }
    readonly executableName: string
  }
}

export function programIn(context: PackContext): string
export function afterPack(context: PackContext): Promise<void>
