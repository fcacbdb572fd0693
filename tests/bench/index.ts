// `npm run bench` measures typing, `-- export` exporting, `-- files` saving, opening and history,
// `-- review` typing in an article under review.
const RUNS: Readonly<Record<string, () => Promise<unknown>>> = {
  export: () => import('./export/run'),
  files: () => import('./files/run'),
  review: () => import('./review/run'),
}
await (RUNS[process.argv[2] ?? ''] ?? (() => import('./run')))()

export {}
