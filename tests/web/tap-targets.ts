import type { Page } from 'playwright-core'

/** The design's smallest tap, in px. */
const TAP_MIN = 44
/** What a browser may round away. */
const ROUNDING = 0.5

/**
 * What can be tapped but is smaller than a thumb. An invisible `::after` that reaches over the
 * edges counts, as it does under the thumb.
 */
export const smallTapTargets = (page: Page): Promise<string[]> =>
  page.evaluate((least) => {
    const reach = (element: Element, side: 'top' | 'bottom' | 'left' | 'right') => {
      const style = getComputedStyle(element, '::after')
      if (style.content === 'none' || style.position !== 'absolute') return 0
      return Math.max(0, -Number.parseFloat(style[side]) || 0)
    }
    const tappable = '[role=button],[role=link],[role=tab],[role=checkbox],button,a[href]'
    return [...document.querySelectorAll(tappable)].flatMap((element) => {
      const { width, height } = element.getBoundingClientRect()
      // Not shown, or no part of the shop (the devcloud's switch of personas).
      if (width === 0 || height === 0 || element.closest('devcloud-personas')) return []
      const wide = width + reach(element, 'left') + reach(element, 'right')
      const high = height + reach(element, 'top') + reach(element, 'bottom')
      if (wide >= least && high >= least) return []
      const name = element.getAttribute('aria-label') ?? element.textContent
      return [`${name} (${element.className}): ${Math.round(wide)} × ${Math.round(high)}`]
    })
  }, TAP_MIN - ROUNDING)
