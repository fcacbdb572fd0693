import { dropEnd } from '../runs'
import type { Finding, Part } from './model'
import { endsSentence, wordsIn } from './phrases'

/** Lines that a page puts under every article, each matched whole. */
const PHRASES: readonly RegExp[] = [
  /^(?:also|must|read) (?:also|read|more|next)$/,
  /^(?:continue|keep) reading$/,
  /^(?:related|suggested|recommended|popular|recent|latest|similar|more|trending|top|other)(?: (?:posts?|articles?|stories|news|reading|reads|topics|links|content|videos?|for you))$/,
  /^recommended$|^related$|^trending(?: now)?$|^most (?:read|popular|viewed)$|^editors? picks?$|^more (?:from|on|in) .{1,40}$/,
  /^you (?:may|might) (?:also )?(?:like|enjoy|be interested in)(?: this| these)?$/,
  /^(?:leave|post|write|add) (?:a |your )?(?:reply|comment)$|^cancel reply$|^join the (?:conversation|discussion)$/,
  /^(?:no |\d+ )?(?:comments?|replies|responses)$|^comments? (?:are )?(?:closed|off)$|^(?:view|show|load) (?:all )?(?:\d+ )?(?:more )?comments$/,
  /^your email address will not be published.*$|^required fields are marked.*$/,
  /^save my name,? email.*$|^notify me of .*$/,
  /^(?:your )?(?:name|email|e-mail|website|comment|message)$|^(?:post|submit|send)(?: comment)?$|^email address$/,
  /^(?:log|sign) (?:in|up)(?: to .{1,40})?$|^logged in as .*$|^you must be logged in.*$/,
  /^subscribe(?: now| today| to .{1,60})?$|^sign up (?:for|to) .{1,80}$|^(?:get|join) (?:our|the) .{0,40}newsletter.{0,40}$|^newsletter$/,
  /^share(?: (?:this|on|via) .{1,40}| this)?$|^(?:facebook|twitter|x|linkedin|whatsapp|telegram|pinterest|reddit|email|print|copy link|instagram|youtube|tiktok)$/,
  /^follow (?:us|me)(?: on .{1,40})?$|^like this$|^like loading$|^tweet$/,
  /^(?:tags|tagged|filed under|categories|category|topics)\b.{0,120}$/,
  /^(?:advertisement|sponsored(?: content)?|promoted|ad)$/,
  /^(?:©|\(c\)|copyright\b).{0,120}$|^.{0,60}all rights reserved.?$|^terms (?:of (?:use|service)|and conditions)$|^privacy policy$|^cookie (?:policy|settings)$/,
  /^(?:previous|next|older|newer)(?: (?:post|article|story|page|posts))?$|^back to top$|^home$|^load more$/,
  /^(?:lesen sie auch|mehr zum thema|kommentare?|lire aussi|à lire aussi|laisser un commentaire|lea también|leer más|deja un comentario|leggi anche|leia também|deixe um comentário)$/,
]

/** A heading of furniture that titles of other articles may follow. */
const LEADS_TITLES =
  /^(?:also read|read (?:also|more|next)|must read|related|recommended|trending|popular|suggested|similar|more|most|latest|recent|you (?:may|might)|editors?|tags|lesen|mehr|lire|à lire|lea|leer|leggi|leia)/

function plain(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}©().,& -]+/gu, ' ')
  return dropEnd(words, /[\s.:]/)
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether a line is of the page and not of the article. */
export function isFurniture(text: string): boolean {
  if (text.length > 160) return false
  const words = plain(text)
  return words !== '' && PHRASES.some((phrase) => phrase.test(words))
}

function isTitle(text: string): boolean {
  return wordsIn(text) <= 18 && text.length <= 140 && !endsSentence(text)
}

/**
 * What a page hangs under its article, set aside: from the first line that is known for it, when
 * everything after it is of the same kind, or titles under “Also read” and its like. A known line
 * that running text follows is left alone.
 */
export function findFurniture(parts: readonly Part[]): readonly Finding[] {
  let from = parts.length
  let pending = parts.length
  for (let index = parts.length - 1; index >= 0; index--) {
    const text = parts[index]?.text ?? ''
    if (isFurniture(text)) {
      // Titles between this line and the furniture below are furniture only under a heading for them.
      if (pending !== from && !LEADS_TITLES.test(plain(text))) break
      from = index
      pending = index
    } else if (isTitle(text) || /\?$/.test(text)) pending = index
    else break
  }
  // An article that is nothing but furniture is somebody's list of such lines.
  if (from === parts.length || from === 0) return []
  const lines = parts.slice(from).map(({ text }) => text)
  const reason = `“${lines[0]}” and what follows stand under articles on web pages, not in them`
  return [{ from, to: parts.length, reading: { kind: 'furniture', lines }, reason }]
}
