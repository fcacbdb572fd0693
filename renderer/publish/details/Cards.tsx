import { leadAddress } from '../../../shared/document/html/linkedData'
import type { ArticleMeta } from '../../../shared/domain/meta'
import { TEXT_LENGTHS } from '../../../shared/domain/textLengths'
import { usePicture } from '../../editor/pictures'
import styles from './Details.module.css'

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : 'your site'
}

function cut(text: string, length: number): string {
  const letters = [...text]
  return letters.length <= length ? text : `${letters.slice(0, length).join('').trimEnd()}…`
}

/** The article among the results of a search. */
export function SearchPreview({ meta }: { readonly meta: ArticleMeta }) {
  const { title, description, standfirst, canonical, slug } = meta
  return (
    <figure className={styles.preview}>
      <figcaption>In a search</figcaption>
      <div className={styles.result}>
        <span className={styles.address}>
          {hostOf(canonical)} › {slug || '…'}
        </span>
        <span className={styles.resultTitle}>
          {cut(title || 'Untitled', TEXT_LENGTHS.title.whole)}
        </span>
        <span>
          {cut(
            description || standfirst || 'Without a summary the first words stand here.',
            TEXT_LENGTHS.description.whole,
          )}
        </span>
      </div>
    </figure>
  )
}

/** The article as a card on a network. */
export function CardPreview({ meta }: { readonly meta: ArticleMeta }) {
  const { title, social, description, standfirst, canonical, lead } = meta
  const needsAddress = lead.src !== '' && leadAddress(meta) === ''
  return (
    <figure className={styles.preview}>
      <figcaption>As a card</figcaption>
      <div className={styles.card}>
        <span className={styles.cardPicture}>
          {lead.src === '' ? 'No lead picture' : <CardPicture src={lead.src} alt={lead.alt} />}
        </span>
        <span className={styles.address}>{hostOf(canonical)}</span>
        <span className={styles.cardTitle}>
          {cut(title || 'Untitled', TEXT_LENGTHS.title.whole)}
        </span>
        <span>{cut(social || description || standfirst, TEXT_LENGTHS.social.whole)}</span>
      </div>
      {needsAddress ? (
        <p className={styles.note}>Networks find the picture once there is a canonical address.</p>
      ) : null}
    </figure>
  )
}

/** The picture itself where it is at hand: one elsewhere is not fetched. */
function CardPicture({ src, alt }: { readonly src: string; readonly alt: string }) {
  const picture = usePicture(src)
  switch (picture.kind) {
    case 'shown':
      return <img src={picture.url} alt={alt} />
    case 'loading':
      return null
    case 'remote':
      return `The picture is at ${picture.host}.`
    case 'missing':
      return picture.message
  }
}
