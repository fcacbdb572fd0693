export interface NearView {
  /** Whether an element is in the view of the window or near it. */
  has(element: HTMLElement): boolean
  watch(element: HTMLElement): void
  forget(element: HTMLElement): void
  stop(): void
}

/** How far from the view an element still counts as near: what comes into view is drawn by then. */
const MARGIN = '1200px 0px'

/** Watches which elements are near the view; `onChange` is told of those that come and go. */
export function createNearView(
  onChange: (element: HTMLElement, isNear: boolean) => void,
): NearView {
  const near = new Set<Element>()
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (near.has(target) === isIntersecting || !(target instanceof HTMLElement)) continue
        if (isIntersecting) near.add(target)
        else near.delete(target)
        onChange(target, isIntersecting)
      }
    },
    { rootMargin: MARGIN },
  )
  return {
    has: (element) => near.has(element),
    watch: (element) => observer.observe(element),
    forget(element) {
      observer.unobserve(element)
      near.delete(element)
    },
    stop: () => observer.disconnect(),
  }
}
