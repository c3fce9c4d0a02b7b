import type { Locator, Page } from 'playwright-core'
import { tapText } from './page-actions'

/** A walk through the pages that counts taps, as `bench` and the tests on taps report them. */
export type TapWalk = {
  page: Page
  /** Taps made so far. Typing, pasting and scrolling are none; going into a field is one. */
  taps(): number
  /** Taps the last visible element with exactly this text, or the one given. */
  tap(target: string | Locator): Promise<void>
  /** Taps a field and types, or pastes, a text. */
  fill(field: Locator, text: string): Promise<void>
}

/** Begins to count the taps on a page. */
export function countTaps(page: Page): TapWalk {
  let taps = 0
  return {
    page,
    taps: () => taps,
    tap: async (target) => {
      await (typeof target === 'string' ? tapText(page, target, true) : target.click())
      taps += 1
    },
    fill: async (field, text) => {
      await field.click()
      taps += 1
      await field.fill(text)
    },
  }
}
