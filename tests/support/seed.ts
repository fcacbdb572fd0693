import fc from 'fast-check'

// The same cases in every run, so that a commit is judged by what it changed and not by luck;
// GALLEY_SEED looks further, `GALLEY_SEED=$RANDOM npm run unit`.
fc.configureGlobal({ seed: Number(process.env.GALLEY_SEED ?? 20_261_124) })
