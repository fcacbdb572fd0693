/** What stands behind an address, by its host. */
const KINDS: Readonly<Record<string, string>> = {
  'youtube.com': 'Video on YouTube',
  'youtu.be': 'Video on YouTube',
  'vimeo.com': 'Video on Vimeo',
  'tiktok.com': 'Video on TikTok',
  'x.com': 'Post on X',
  'twitter.com': 'Post on X',
  'bsky.app': 'Post on Bluesky',
  'instagram.com': 'Post on Instagram',
  'soundcloud.com': 'Sound on SoundCloud',
  'open.spotify.com': 'Sound on Spotify',
}

/** What an address leads to, in words for a card; null for an ordinary page. */
export function embedKind(address: string): string | null {
  if (!URL.canParse(address)) return null
  const { protocol, host, pathname } = new URL(address)
  // The front page of such a place is neither a video nor a post.
  if (!/^https?:$/.test(protocol) || pathname === '/') return null
  return KINDS[host.replace(/^(?:www|m)\./, '')] ?? null
}
