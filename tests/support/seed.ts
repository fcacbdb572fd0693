import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'

// No test leaves anything in the account of the person who runs it.
process.env.GALLEY_DATA ??= join(tmpdir(), 'galley-tests')

// The same cases in every run, so that a commit is judged by what it changed and not by luck;
// GALLEY_SEED looks further, `GALLEY_SEED=$RANDOM npm run unit`.
fc.configureGlobal({ seed: Number(process.env.GALLEY_SEED ?? 20_261_124) })
