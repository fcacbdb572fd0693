/**
 * Expressions that the judge cannot find linear, as they are written, and why they hold nothing up. Where
 * the reason is a bound, the code beside the expression keeps it.
 */
export const ACCEPTED: readonly { readonly written: string; readonly why: string }[] = [
  {
    written: String.raw`/\[\[(.*?)\]\]/gs`,
    why: 'reads the templates of the profiles, which Galley wrote',
  },
  {
    written: String.raw`/\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>${'`'}]+))?/g`,
    why: 'reads the inside of one tag that the sanitiser wrote',
  },
  {
    written: String.raw`/<pre[\s\S]*?<\/pre>/g`,
    why: 'reads markup that Galley wrote, where every element is closed',
  },
  {
    written: String.raw`/([^{}@;]{1,400})\{([^{}]{0,2000})\}/g`,
    why: 'its runs are bounded',
  },
  {
    written: String.raw`/@list\s+(l\d+:level\d+)[^{]{0,80}\{([^{}]{0,1000})\}/g`,
    why: 'its runs are bounded',
  },
  {
    written: String.raw`/<(?:div|pre)\b[^<>]{0,400}(?:font-family:[^<>"']{0,200}(?:monospace|consolas|menlo|courier)|vscode)/i`,
    why: 'its runs are bounded',
  },
  {
    written: String.raw`/(?:^|[/.])(?:pixel|beacon|track(?:er|ing)?|analytics|count(?:er)?|open)\b[^/]*(?:\.(?:gif|png|php|aspx?)|\?|$)|doubleclick\.net|facebook\.com\/tr\b|scorecardresearch|google-analytics|\/wf\/open\?|list-manage\.com\/track|mail\/.*\/open\./i`,
    why: 'reads at most 1,000 characters',
  },
  {
    written: String.raw`/^(\s*(?:<h1>.*?<\/h1>\s*)?)<p class="standfirst">(.*?)<\/p>/s`,
    why: 'reads markup that mammoth wrote, where every element is closed',
  },
  {
    written: String.raw`/<p class="standfirst">(.*?)<\/p>/gs`,
    why: 'reads markup that mammoth wrote, where every element is closed',
  },
  {
    written: String.raw`/\s*(?:,|;|\||\band\b|&)\s*/`,
    why: 'reads at most 500 characters',
  },
  {
    written: String.raw`/!?\[[^[\]\n]+\]\((?:https?:\/\/|\/|\.{0,2}\/|#|mailto:)?[^\s()]+(?: "[^"\n]*")?\)/`,
    why: 'each part ends at a sign that the next begins with; there are too many of them for the judge',
  },
  {
    written: String.raw`/^(.*?)\s*[([|–-]\s*((?:photo|image|picture|illustration|credit)[^()[\]]*)[)\]]?$/i`,
    why: 'reads at most 1,000 characters',
  },
  {
    written: String.raw`/(<[^<>\r\n]*>|[^\s<][^\s]*?)(?=\)|[ \t\r\n]+["'(]|\s*$)/`,
    why: 'reads a link that the parser has found, where the first try succeeds',
  },
  {
    written: String.raw`/^(.+?)-(?=[A-Z0-9-]*[A-Z])[A-Z0-9][A-Z0-9-]{2,14}(?:-\d{1,2})?$/`,
    why: 'reads the name of a file, which has at most 255 bytes',
  },
  {
    written: String.raw`/^(.+?)-[^-]+(?:-[^-]+)*-(?:MacBook|iMac|Mac)(?:-[\w]+){0,2}$/`,
    why: 'reads the name of a file, which has at most 255 bytes',
  },
  {
    written: String.raw`/^(.+?)\s+(\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)?)$/`,
    why: 'reads at most 200 characters',
  },
  {
    written: String.raw`/\s*,\s*|\s+[·|–—]\s+|\s*;\s*/`,
    why: 'reads at most 300 characters',
  },
  {
    written: String.raw`/\p{Lu}\p{L}+|\b(?:he|she|they|we|i|spokes\p{L}+|minister|president|official|witness|author)\b/u`,
    why: 'one run of letters each; the classes are too large for the judge',
  },
  {
    written: String.raw`/!\[((?:[^\]\\]|\\.)*)\]\((carried-picture-\d+)((?: "(?:[^"\\]|\\.)*")?)\)/g`,
    why: 'no two ways lead through one character; there are too many states for the judge',
  },
  {
    written: String.raw`/!\[([^\]]*)\]\([^)]*\)/g`,
    why: 'reads at most 2,400 characters',
  },
  {
    written: String.raw`/\]\([^)]*\)/g`,
    why: 'reads at most 2,400 characters',
  },
  {
    written: String.raw`/\[\^[^\]]*\]:?/g`,
    why: 'reads at most 2,400 characters',
  },
  {
    written: String.raw`/^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*:?-*:?[ \t]*$/gm`,
    why: 'reads at most 2,400 characters',
  },
  {
    written: String.raw`/[ \t]*[\r\n]\s*/g`,
    why: 'reads at most 2,400 characters',
  },
  {
    written: String.raw`/\s*[,;·|–—]?\s*(?:\b(?:in|to|told|for|from|of|on|at|via|dans|à|in der|im|an|aus|en|a|em|su|in de) (?:(?:the|le|la|der|die|das|el|il|o|het) )?)?$/iu`,
    why: 'reads at most 300 characters',
  },
  {
    written: String.raw`/\r\n|\r|\n|[^\S\r\n]+|\p{N}+(?:[.,:]\p{N}+)+|[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*|\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\uFE0F|\p{EMod}|\u200D\p{Extended_Pictographic})+|([^\p{L}\p{N}\p{M}\s])\1*\p{M}*|[\s\S]/gu`,
    why: 'the judge does not know its properties; each alternative begins with another class and none fails late',
  },
  {
    written: String.raw`/!\[[^[\]]{0,1000}\](?:\([^()"[\]]{0,2000}(?:"[^"[\]]{0,2000}")?[ \t]{0,9}\)|\[[^[\]]{0,300}\])?/g`,
    why: 'its runs are bounded',
  },
  {
    written: String.raw`/(?=\S)(?<=[^\S\r\n])(?<=[.!?…]["'”’»)\]*_]*[^\S\r\n]+)|(?<=[。！？])|(?<=\n)|(?<=\r)(?!\n)/u`,
    why: 'looks back from the end of a run of spaces only, over that run and the signs before it',
  },
  {
    written: String.raw`/<a\b[^<>]*?\shref\s*=\s*(["'])([^"'<>]*)\1/gi`,
    why: 'every part ends at the next angle bracket or quotation mark',
  },
]
