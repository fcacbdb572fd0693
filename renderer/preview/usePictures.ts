import { useEffect, useState } from 'react'
import type { ArticleId } from '../../shared/domain/article'
import { useDesk } from '../app/DeskContext'
import { createPictures, type Pictures } from '../editor/pictures'

/** An article's pictures, for as long as it is shown here; `null` until the first drawing is done. */
export function usePictures(id: ArticleId): Pictures | null {
  const { client } = useDesk()
  const [pictures, setPictures] = useState<Pictures | null>(null)
  useEffect(() => {
    const created = createPictures(client, id)
    setPictures(created)
    return () => created.dispose()
  }, [client, id])
  return pictures
}
