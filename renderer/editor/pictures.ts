import { createContext, use, useEffect, useState } from 'react'
import type { Client } from '../../shared/api/contract'
import type { ArticleId } from '../../shared/domain/article'
import { writeWidth } from '../../shared/features/figure'

/** What a picture's address turned out to be. */
export type PictureState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'shown'; readonly url: string }
  /** An address elsewhere: it is not fetched, so that opening an article tells nobody. */
  | { readonly kind: 'remote'; readonly host: string }
  | { readonly kind: 'missing'; readonly message: string }

export interface Pictures {
  load(src: string): Promise<PictureState>
  dispose(): void
}

function hostOf(src: string): string | null {
  return /^(?:https?:)?\/\/([^/?#]+)/i.exec(src)?.[1] ?? null
}

/** Reads an article's pictures through the backend and keeps them as object URLs until disposed. */
export function createPictures(client: Client, article: ArticleId): Pictures {
  const loaded = new Map<string, Promise<PictureState>>()
  const urls: string[] = []

  async function read(src: string): Promise<PictureState> {
    // A figure may stand ready for a picture that is still to come.
    if (src === '') return { kind: 'missing', message: 'No picture yet.' }
    const host = hostOf(src)
    if (host !== null) return { kind: 'remote', host }
    try {
      const { type, base64 } = await client.call('assets.read', {
        article,
        path: writeWidth(src, 'text'),
      })
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
      const url = URL.createObjectURL(new Blob([bytes], { type }))
      urls.push(url)
      return { kind: 'shown', url }
    } catch (error) {
      // Asked again the next time: the file may have been put there meanwhile.
      loaded.delete(src)
      return { kind: 'missing', message: error instanceof Error ? error.message : String(error) }
    }
  }

  return {
    load(src) {
      const known = loaded.get(src)
      if (known) return known
      const reading = read(src)
      loaded.set(src, reading)
      return reading
    },
    dispose() {
      for (const url of urls) URL.revokeObjectURL(url)
    },
  }
}

export const PicturesContext = createContext<Pictures | null>(null)

/** The picture at an article's relative address, once it is read. */
export function usePicture(src: string): PictureState {
  const pictures = use(PicturesContext)
  const [state, setState] = useState<PictureState>({ kind: 'loading' })
  useEffect(() => {
    let current = true
    setState({ kind: 'loading' })
    void pictures?.load(src).then((loaded) => {
      if (current) setState(loaded)
    })
    return () => {
      current = false
    }
  }, [pictures, src])
  return state
}
