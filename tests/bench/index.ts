// `npm run bench` measures typing, `-- export` exporting, `-- review` typing in an article under review.
const RUNS: Readonly<Record<string, () => Promise<unknown>>> = {
  export: () => import('./export/run'),
  review: () => import('./review/run'),
}
await (RUNS[process.argv[2] ?? ''] ?? (() => import('./run')))()

export {}
