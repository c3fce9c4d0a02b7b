import type { Page } from 'playwright-core'

/** The minimum size of a tap target, in px. */
const TAP_MIN = 44
/** Tolerance for rounding, in px. */
const ROUNDING = 0.5

/**
 * Tap targets that are too small. An invisible `::after` that extends beyond the edges counts as
 * part of the target.
 */
export const smallTapTargets = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const extension = (element: Element, side: 'top' | 'bottom' | 'left' | 'right') => {
      const style = getComputedStyle(element, '::after')
      if (style.content === 'none' || style.position !== 'absolute') return 0
      return Math.max(0, -Number.parseFloat(style[side]) || 0)
    }
    const tappable = '[role=button],[role=link],[role=tab],[role=checkbox],button,a[href]'
    return [...document.querySelectorAll(tappable)].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect()
      // Hidden, or not part of the shop (the devcloud's persona switch).
      if (width === 0 || height === 0 || element.closest('devcloud-personas')) return []
      const wide = width + extension(element, 'left') + extension(element, 'right')
      const high = height + extension(element, 'top') + extension(element, 'bottom')
      if (wide >= least && high >= least) return []
      const name = element.getAttribute('aria-label') ?? element.textContent
      return [`${name} (${element.className}): ${Math.round(wide)} × ${Math.round(high)}`]
    })
  }, TAP_MIN - ROUNDING)
