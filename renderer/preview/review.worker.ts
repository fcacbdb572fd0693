import { readReviewText, type WantedText } from './reviewTexts'

addEventListener('message', ({ data }: MessageEvent<WantedText>) => {
  postMessage(readReviewText(data))
})
