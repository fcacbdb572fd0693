import { type ComparedTexts, compareTexts } from './compareTexts'

addEventListener('message', ({ data }: MessageEvent<ComparedTexts>) => {
  postMessage(compareTexts(data))
})
