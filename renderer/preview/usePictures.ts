import { useEffect, useState } from 'react'
import { useDesk } from '../app/DeskContext'
import { createPictures, type Pictures } from '../editor/pictures'
import type { ArticleSession } from '../state/articleSession'

/** The article's pictures, for as long as it is shown here. */
export function usePictures({ id }: ArticleSession): Pictures | null {
  const { client } = useDesk()
  const [pictures, setPictures] = useState<Pictures | null>(null)
  useEffect(() => {
    const created = createPictures(client, id)
    setPictures(created)
    return () => created.dispose()
  }, [client, id])
  return pictures
}
