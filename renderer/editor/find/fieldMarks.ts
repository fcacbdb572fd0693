/** A field above the text or below a picture. */
export type TextField = HTMLInputElement | HTMLTextAreaElement

/** What of its look decides where each letter of a field stands. */
const TYPE = [
  ...['fontFamily', 'fontSize', 'fontWeight', 'fontStyle', 'fontStretch', 'fontOpticalSizing'],
  ...['fontVariantNumeric', 'fontKerning', 'fontFeatureSettings', 'lineHeight', 'letterSpacing'],
  ...['wordSpacing', 'textIndent', 'textTransform', 'textAlign', 'direction'],
  ...['paddingTop', 'paddingRight', 'paddingBottom', 'paddingLeft'],
] as const

/**
 * Fields draw no highlights inside them. Each that holds a find gets a copy of its words laid
 * underneath, of which only the highlights are seen: ranges in it are painted as those in the text.
 */
export interface FieldMarks {
  /** The place of some letters of a field, in its copy. */
  rangeIn(field: TextField, start: number, end: number): Range | null
  /** Takes away the copies of fields that nothing was asked of since the last time. */
  settle(): void
  clear(): void
}

interface Copy {
  readonly element: HTMLElement
  isAsked: boolean
  stop(): void
}

export function createFieldMarks(): FieldMarks {
  const copies = new Map<TextField, Copy>()

  function copyOf(field: TextField): Copy {
    const known = copies.get(field)
    if (known?.element.isConnected) return known
    known?.stop()
    const made = layUnder(field)
    copies.set(field, made)
    return made
  }

  function remove(field: TextField, copy: Copy): void {
    copy.stop()
    copies.delete(field)
  }

  return {
    rangeIn(field, start, end) {
      const copy = copyOf(field)
      copy.isAsked = true
      if (copy.element.textContent !== field.value) {
        copy.element.textContent = field.value
        // A word may not fit in view: the field shows its beginning then, and so does its copy.
        copy.element.scrollLeft = field.scrollLeft
      }
      const text = copy.element.firstChild
      if (!(text instanceof Text) || end > text.length) return null
      const range = document.createRange()
      range.setStart(text, start)
      range.setEnd(text, end)
      return range
    },
    settle() {
      for (const [field, copy] of copies) {
        if (!copy.isAsked) remove(field, copy)
        copy.isAsked = false
      }
    },
    clear() {
      for (const [field, copy] of copies) remove(field, copy)
    },
  }
}

function layUnder(field: TextField): Copy {
  const element = document.createElement('div')
  element.className = 'find-copy'
  element.setAttribute('aria-hidden', 'true')
  const style = getComputedStyle(field)
  for (const name of TYPE) element.style[name] = style[name]
  element.style.whiteSpace = field instanceof HTMLInputElement ? 'pre' : 'pre-wrap'
  const place = (): void => {
    element.style.left = `${field.offsetLeft + field.clientLeft}px`
    element.style.top = `${field.offsetTop + field.clientTop}px`
    element.style.width = `${field.clientWidth}px`
    element.style.height = `${field.clientHeight}px`
    element.scrollLeft = field.scrollLeft
  }
  field.before(element)
  place()
  const resized = new ResizeObserver(place)
  resized.observe(field)
  field.addEventListener('scroll', place)
  return {
    element,
    isAsked: false,
    stop() {
      resized.disconnect()
      field.removeEventListener('scroll', place)
      element.remove()
    },
  }
}
