// `npm run bench` measures typing, `npm run bench -- export` exporting.
await (process.argv[2] === 'export' ? import('./export/run') : import('./run'))

export {}
