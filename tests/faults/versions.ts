const HEAD = /^Version (\d+) of (\d+) bytes\n/

/** A text that tells its number and length, so that a cut or mixed one cannot pass for it. */
export function versionOf(version: number, size: number): Uint8Array {
  const head = `Version ${version} of ${size} bytes\n`
  const line = `${version.toString(36).padStart(8, '.')}\n`
  const body = line.repeat(Math.ceil(size / line.length)).slice(0, Math.max(0, size - head.length))
  return new TextEncoder().encode(head + body)
}

/** The number of the version that the bytes are, complete; null for anything else. */
export function versionIn(bytes: Uint8Array): number | null {
  const head = HEAD.exec(new TextDecoder().decode(bytes.subarray(0, 64)))
  if (head === null) return null
  const version = Number(head[1])
  const whole = versionOf(version, Number(head[2]))
  const isWhole = whole.length === bytes.length && Buffer.compare(whole, bytes) === 0
  return isWhole ? version : null
}
