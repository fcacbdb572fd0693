/** Work that a worker does, which is ended when the work is done or called off. */
interface Aside<Input, Output> {
  readonly input: Input
  start(): Worker
  /** The same work here: where there are no workers, or this one broke. */
  here(input: Input): Output
  readonly signal: AbortSignal
}

/** Does long work beside the page, so that the desk never stands still for it. */
export function workAside<Input, Output>({
  input,
  start,
  here,
  signal,
}: Aside<Input, Output>): Promise<Output> {
  if (typeof Worker === 'undefined') return Promise.resolve(here(input))
  const worker = start()
  return new Promise<Output>((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new CalledOff()))
    worker.onmessage = ({ data }: MessageEvent<Output>) => resolve(data)
    worker.onerror = () => resolve(here(input))
    worker.postMessage(input)
  }).finally(() => worker.terminate())
}

/** Nobody waits for the outcome any more. */
export class CalledOff extends Error {
  constructor() {
    super('This was called off.')
  }
}
