import type { MergeInput } from '../../shared/article/merge'
import { mergeArticles } from '../../shared/document/merge'

self.onmessage = ({ data }: MessageEvent<MergeInput>) => {
  self.postMessage(mergeArticles(data))
}
