import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** One of `pages/`, as a script that a page can run. */
export async function bundle(name: string): Promise<string> {
  const entry = fileURLToPath(new URL(`./pages/${name}.ts`, import.meta.url))
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'iife',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
  })
  return result.outputFiles[0]?.text ?? ''
}
