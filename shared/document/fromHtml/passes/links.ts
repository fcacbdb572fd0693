import type { Root } from 'hast'
import { safeLink } from '../../html/addresses'
import type { Tally } from '../report'
import { attribute, changeElements, isBlank } from '../tree'

const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|li_fat_id|igshid|igsh|mc_cid|mc_eid|_hsenc|_hsmi|hsctatracking|vero_id|vero_conv|oly_anon_id|oly_enc_id|wickedid|rb_clickid|s_cid|mkt_tok|trk|trkcampaign|cmpid|ncid|ocid|sr_share|__twitter_impression|ref_src|ref_url|guccounter|guce_referrer\w*|spm|scm|_ga|_gl|pk_\w+|mtm_\w+|at_(?:medium|campaign|custom\d)|ns_\w+|campaign_id|ss_(?:source|campaign_\w+)|si|feature)$/i

/** Parameters that mean something on most sites and follow people on a few. */
const ONLY_ON: Readonly<Record<string, RegExp>> = {
  si: /(?:^|\.)(?:youtube\.com|youtu\.be|spotify\.com)$/,
  feature: /(?:^|\.)(?:youtube\.com|youtu\.be)$/,
  spm: /(?:^|\.)(?:alibaba|aliexpress|taobao)\.com$/,
  trk: /(?:^|\.)linkedin\.com$/,
  campaign_id: /(?:^|\.)nytimes\.com$/,
}

interface Cleaned {
  readonly address: string
  readonly dropped: number
}

function hostOf(address: string): string {
  return /^https?:\/\/([^/?#:]+)/i.exec(address)?.[1]?.toLowerCase() ?? ''
}

function isTracking(parameter: string, host: string): boolean {
  const name = parameter.split('=')[0] ?? ''
  if (!TRACKING.test(name)) return false
  return ONLY_ON[name.toLowerCase()]?.test(host) ?? true
}

/** Where a redirect of Google, Facebook or Outlook leads, so that a reader is not counted on the way. */
function behindRedirect(address: string): string {
  const patterns = [
    /^https?:\/\/(?:www\.)?google\.[a-z.]+\/url\?(?:.*&)?(?:q|url)=([^&#]+)/i,
    /^https?:\/\/l\.(?:facebook|instagram)\.com\/l?\.?(?:php)?\?(?:.*&)?u=([^&#]+)/i,
    /^https?:\/\/[\w.]*safelinks\.protection\.outlook\.com\/[^?]*\?(?:.*&)?url=([^&#]+)/i,
    /^https?:\/\/(?:www\.)?youtube\.com\/redirect\?(?:.*&)?q=([^&#]+)/i,
  ]
  for (const pattern of patterns) {
    const target = pattern.exec(address)?.[1]
    if (target === undefined) continue
    try {
      const decoded = decodeURIComponent(target)
      if (/^https?:\/\//i.test(decoded)) return decoded
    } catch {
      return address
    }
  }
  return address
}

/** An address without what follows its readers about; every other parameter keeps its place. */
export function cleanAddress(address: string): Cleaned {
  const target = behindRedirect(address)
  const match = /^([^?#]*)\?([^#]*)(#.*)?$/s.exec(target)
  if (match === null) return { address: target, dropped: target === address ? 0 : 1 }
  const [, base = '', query = '', hash = ''] = match
  const parameters = query.split('&')
  const kept = parameters.filter((parameter) => !isTracking(parameter, hostOf(target)))
  const dropped = parameters.length - kept.length + (target === address ? 0 : 1)
  return { address: `${base}${kept.length > 0 ? `?${kept.join('&')}` : ''}${hash}`, dropped }
}

/** Links to where a reader may go, without trackers; others leave their words. */
export function cleanLinks(tree: Root, tally: Tally): Root {
  return changeElements(tree, (node) => {
    if (node.tagName !== 'a' && node.tagName !== 'area') return node
    const written = attribute(node, 'href')
    const safe = safeLink(written)
    if (
      written === '' ||
      safe === null ||
      safe === '' ||
      /^(?:about|file|blob|cid):/i.test(written)
    ) {
      if (written !== '' && safe === null) tally.drop('unsafe link')
      return node.children
    }
    // An anchor inside the page that the text comes from leads nowhere here.
    if (safe.startsWith('#') || isBlank(node)) return node.children
    const { address, dropped } = cleanAddress(safe)
    tally.drop('tracking parameter', dropped)
    if (safeLink(address) === null) return node.children
    return { ...node, properties: { href: address } }
  })
}
