import type { HtmlRules } from '../feature'

/** What HTML written inside Markdown may keep: elements that mean something in an article and cannot act. */
export const html: HtmlRules = {
  allow: {
    tagNames: [
      ...[
        'abbr',
        'b',
        'bdi',
        'bdo',
        'cite',
        'dfn',
        'i',
        'ins',
        'kbd',
        'mark',
        'q',
        'rp',
        'rt',
        'ruby',
      ],
      ...['s', 'samp', 'small', 'sub', 'sup', 'time', 'u', 'var', 'wbr'],
      ...['dd', 'details', 'dl', 'dt', 'summary', 'caption', 'tfoot'],
    ],
    attributes: {
      '*': [['dir', 'ltr', 'rtl', 'auto'], ['lang', /^[a-z]{2,8}(-[a-z\d]{1,8})*$/i], 'title'],
      time: [['dateTime', /^[\dTZPWDHMS:+\-. ]{1,40}$/]],
      details: ['open'],
      ol: ['reversed'],
      td: [
        ['colSpan', /^[1-9]\d{0,2}$/],
        ['rowSpan', /^[1-9]\d{0,2}$/],
      ],
      th: [
        ['colSpan', /^[1-9]\d{0,2}$/],
        ['rowSpan', /^[1-9]\d{0,2}$/],
        ['scope', 'col', 'row', 'colgroup', 'rowgroup'],
      ],
    },
  },
}
