import type { ReviewComment } from './attribution'
import type { Change, HeadField, ReviewNode } from './model'

/** One change as a reader would name it; neighbours by one author at one time are one. */
export interface Suggestion {
  /** `s1`, `s2` … in the order of the text, what was moved where it is now; `h1`, `h2` … for headline and standfirst. */
  readonly id: string
  /** The field of the front matter that it is for; absent in the text. */
  readonly head?: HeadField
  readonly kind: 'insertion' | 'deletion' | 'replacement' | 'move'
  readonly author: string | null
  readonly time: string | null
  readonly inserted: string
  readonly deleted: string
  /** What was said about it. */
  readonly replies: readonly ReviewComment[]
  readonly isResolved: boolean
  /** Where it stands in the accepted text. */
  readonly start: number
  readonly end: number
  readonly nodes: readonly Change[]
  /** Of what was moved: which way, where it was taken out and where it was put in. */
  readonly move?: {
    readonly direction: 'up' | 'down'
    readonly from: Half
    readonly to: Half
  }
}

/** One of the places that a suggestion has. */
export type Half = Pick<Suggestion, 'start' | 'end' | 'nodes'>

/** A thread of comments, with the text that it is about. */
export interface Thread {
  /** `c1`, `c2` … in the order of the text; `hc1`, `hc2` … on headline and standfirst. */
  readonly id: string
  /** The field of the front matter that it is about; absent in the text. */
  readonly head?: HeadField
  readonly comments: readonly ReviewComment[]
  readonly isResolved: boolean
  readonly quote: string
  readonly start: number
  readonly end: number
  readonly node: ReviewNode
}

export interface ReviewList {
  readonly suggestions: readonly Suggestion[]
  readonly threads: readonly Thread[]
}
