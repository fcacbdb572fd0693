import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

// The preview is a document of its own, in a frame that can run no script of an article.
const pages = ['renderer/index.html', 'renderer/preview.html'].map(at).filter(existsSync)

export default defineConfig({
  root: at('renderer'),
  // Both hosts serve the same files, each from an address of its own.
  base: './',
  publicDir: false,
  plugins: [react()],
  resolve: {
    alias: {
      // Its form for browsers writes entities into an element: no worker has one, and the desk's
      // policy forbids it.
      'decode-named-character-reference': at(
        'node_modules/decode-named-character-reference/index.js',
      ),
    },
  },
  build: {
    outDir: at('dist/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    // The desk's policy allows no data: address, no inline script and no inline style.
    assetsInlineLimit: 0,
    // Both hosts read from this machine; what counts is that the editor is not in the first chunk.
    chunkSizeWarningLimit: 600,
    modulePreload: { polyfill: false },
    rollupOptions: { input: pages },
  },
  worker: { format: 'es' },
})
