import { isExternal } from '../../shared/document/html/addresses'
import type { PictureState } from '../editor/pictures'
import type { ShowPicture } from './draw'
import { placeholder } from './placeholder'

/** Reads an article's pictures; the addresses it yields are its own to take back. */
export interface PictureSource {
  load(src: string): Promise<PictureState>
}

function hostOf(src: string): string {
  return /^(?:https?:)?[/\\]{2}([^/\\?#]+)/i.exec(src)?.[1] ?? src
}

function addressFor(state: PictureState, alt: string): string | null {
  switch (state.kind) {
    case 'shown':
      return state.url
    case 'remote':
      return placeholder(alt, `A picture on ${state.host}. It is not fetched for the preview.`)
    case 'missing':
      return placeholder(alt, state.message)
    case 'loading':
      return null
  }
}

/** Pictures beside the article are read and shown; those of the web are named and not fetched. */
export function createShowPicture(pictures: PictureSource): ShowPicture {
  const wanted = new WeakMap<HTMLImageElement, string>()
  return (image, src, alt) => {
    wanted.set(image, src)
    if (src.startsWith('data:')) {
      image.setAttribute('src', src)
      return
    }
    if (isExternal(src)) {
      const state: PictureState = { kind: 'remote', host: hostOf(src) }
      image.setAttribute('src', addressFor(state, alt) ?? '')
      return
    }
    void pictures.load(src).then((state) => {
      const address = addressFor(state, alt)
      // The writer may have named another picture meanwhile.
      if (address !== null && wanted.get(image) === src) image.setAttribute('src', address)
    })
  }
}
