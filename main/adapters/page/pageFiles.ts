import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { pageKind, securityHeaders } from './policy'

export interface PageFile {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** The built renderer by the paths of its addresses. */
export type PageFiles = ReadonlyMap<string, PageFile>

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * Reads the whole folder once. An address is answered from this table or not at all: no part of it
 * ever becomes a path, and a build that runs meanwhile cannot mix two versions of the desk.
 */
export async function readPageFiles(folder: string): Promise<PageFiles> {
  const files = new Map<string, PageFile>()
  await readInto(files, folder, '')
  return files
}

/** Goes folder by folder: inside an application's archive the recursive listing is not there. */
async function readInto(files: Map<string, PageFile>, folder: string, path: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const inside = join(folder, entry.name)
    const address = `${path}/${encodeURIComponent(entry.name)}`
    if (entry.isDirectory()) await readInto(files, inside, address)
    else if (entry.isFile()) {
      const type = TYPES[extname(entry.name)] ?? 'application/octet-stream'
      files.set(address, { type, bytes: new Uint8Array(await readFile(inside)) })
    }
  }
}

export interface PageAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer> | string
}

/** Answers a request for a page or one of its parts. */
export function answerPage(
  files: PageFiles,
  {
    method,
    path,
    connect,
  }: { readonly method: string; readonly path: string; readonly connect: readonly string[] },
): PageAnswer {
  const known = path === '/' ? '/index.html' : path
  const headers = securityHeaders(pageKind(known), connect)
  if (method !== 'GET' && method !== 'HEAD') {
    return plain(405, 'Only reading is possible here.', { ...headers, Allow: 'GET, HEAD' })
  }
  const file = files.get(known)
  if (file === undefined) return plain(404, 'There is nothing here.', headers)
  return { status: 200, headers: { ...headers, 'Content-Type': file.type }, body: file.bytes }
}

export function plain(
  status: number,
  sentence: string,
  headers: Readonly<Record<string, string>>,
): PageAnswer {
  return {
    status,
    headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
    body: `${sentence}\n`,
  }
}
