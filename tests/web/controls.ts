import type { Page } from 'playwright-core'

/** Tolerance for rounding, in px. */
const ROUNDING = 0.5

/**
 * Controls that reach beyond the screen or the card that they are on, in words. A card is the
 * nearest surface with rounded corners of its own. What scrolls sideways may reach further.
 */
export const controlsOutside = (page: Page): Promise<string[]> =>
  page.evaluate((rounding) => {
    const CONTROLS =
      '[role=button],[role=link],[role=tab],[role=checkbox],button,a[href],input,textarea,' +
      '.nut-inputnumber'
    const CARD_RADIUS_MIN = 12
    const scrollsSideways = (element: Element): boolean => {
      for (let one = element.parentElement; one; one = one.parentElement) {
        const { overflowX } = getComputedStyle(one)
        const scrolls = ['auto', 'scroll'].includes(overflowX) && one.scrollWidth > one.clientWidth
        if (scrolls || one.tagName.includes('SWIPER')) return true
      }
      return false
    }
    const cardOf = (element: Element): Element | null => {
      for (let one = element.parentElement; one; one = one.parentElement) {
        const { borderRadius, position } = getComputedStyle(one)
        if (position === 'fixed') return one
        const radius = Number.parseFloat(borderRadius)
        if (radius >= CARD_RADIUS_MIN && !one.matches(CONTROLS)) return one
      }
      return null
    }
    const isShown = (element: Element, { width, height }: DOMRect) =>
      width > 0 && height > 0 && getComputedStyle(element).visibility !== 'hidden'
    return [...document.querySelectorAll(CONTROLS)].flatMap((element) => {
      const box = element.getBoundingClientRect()
      if (!isShown(element, box) || element.closest('devcloud-personas')) return []
      if (scrollsSideways(element)) return []
      const label = element.getAttribute('aria-label') ?? element.textContent
      const name = `${label} (${element.className})`
      const isOff = box.left < -rounding || box.right > window.innerWidth + rounding
      if (isOff) return [`${name} leaves the screen: ${box.left}–${box.right}`]
      const card = cardOf(element)?.getBoundingClientRect()
      const isOutside =
        card && (box.left < card.left - rounding || box.right > card.right + rounding)
      return isOutside
        ? [`${name} ${box.left}–${box.right} leaves its card ${card.left}–${card.right}`]
        : []
    })
  }, ROUNDING)
