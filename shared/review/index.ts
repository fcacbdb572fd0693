export {
  attributionOf,
  isResolution,
  minuteOf,
  type ReviewComment,
  readComment,
  resolution,
  signature,
  writeComment,
} from './attribution'
export { composeEdit, type EditMode, Unwritable } from './compose'
export { type Composed, type Composer, createComposer } from './composer'
export { decide, decideAll, Entangled } from './deciding'
export { cleanText, decideFile, joinLists, listFile, publishedText } from './file'
export { handleFor, reviewerNamed } from './handles'
export {
  decideHeads,
  type HeadSuggestion,
  type Heads,
  headSuggestionsIn,
  headsOf,
  listHeads,
  readFrontMatter,
  reviewKeys,
  rewordHead,
  suggestedHead,
  suggestHead,
  withDecidedHeads,
  withHeadComments,
  withHeadSuggestions,
  withoutHeadThreads,
} from './heads'
export { hasRoomForThreads, withThreadComments } from './headThreads'
export { listReview } from './list'
export type { Half, ReviewList, Suggestion, Thread } from './listed'
export type { Change, Form, HeadField, Review, ReviewNode } from './model'
export { placesOfSuggestion } from './pairs'
export { parseNodes, parseReview } from './parse'
export { plainWords } from './plainWords'
export { type Reading, readNodes } from './readings'
export { type Decision, withoutComments } from './resolve'
export { mergeReturned, type ReturnedDraft } from './returned'
export { type Reviewer, reviewersIn, withReviewer } from './reviewers'
export { serialiseNodes, serialiseReview } from './serialise'
export { type ReviewSummary, summariseReview } from './summary'
export { addComment, type Stretch, setComments } from './threads'
export { HEAD_NAMES, type Told, tellSuggestion } from './wording'
