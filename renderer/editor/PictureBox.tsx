import { ImageOff } from 'lucide-react'
import styles from './PictureBox.module.css'
import { usePicture } from './pictures'

interface PictureBoxProps {
  readonly src: string
  readonly alt: string
}

/** A picture of the article, or what stands in its place and why. */
export function PictureBox({ src, alt }: PictureBoxProps) {
  const picture = usePicture(src)
  switch (picture.kind) {
    case 'loading':
      return <span className={styles.loading} role="img" aria-label={alt || 'Picture'} />
    case 'shown':
      return <img className={styles.picture} src={picture.url} alt={alt} draggable={false} />
    case 'remote':
      return (
        <span className={styles.absent} role="img" aria-label={alt || 'Picture'}>
          <ImageOff size={18} aria-hidden />
          <span>Picture on {picture.host}, not loaded</span>
        </span>
      )
    case 'missing':
      return (
        <span className={styles.absent} role="img" aria-label={alt || 'Picture'}>
          <ImageOff size={18} aria-hidden />
          <span>{picture.message}</span>
        </span>
      )
  }
}
