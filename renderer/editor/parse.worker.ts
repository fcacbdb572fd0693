import { parseMarkdown } from '../../shared/document/markdown/parse'

self.onmessage = ({ data }: MessageEvent<string>) => {
  self.postMessage(parseMarkdown(data))
}
