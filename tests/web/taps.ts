import type { Locator, Page } from 'playwright-core'
import { choosePicture, tapText } from './page-actions'

/** A walk through the pages that counts taps, as `bench` and the tests on taps report them. */
export type TapWalk = {
  page: Page
  /** Taps made so far. Typing, pasting and scrolling are none; going into a field is one. */
  taps(): number
  /** Taps the last visible element with exactly this text, or the one given. */
  tap(target: string | Locator): Promise<void>
  /** Taps a field and types, or pastes, a text; `Enter` where a list takes it over. */
  fill(field: string | Locator, text: string, key?: 'Enter'): Promise<void>
  /** Taps what opens the album, and a picture in it: two taps. */
  choosePicture(target: string): Promise<void>
}

/** The field that is called so, on the page on top. */
const inputOf = (page: Page, name: string): Locator =>
  page.getByLabel(name, { exact: true }).locator('input').filter({ visible: true }).last()

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
    fill: async (field, text, key) => {
      const input = typeof field === 'string' ? inputOf(page, field) : field
      await input.click()
      taps += 1
      await input.fill(text)
      if (key) await input.press(key)
    },
    choosePicture: async (target) => {
      await choosePicture(page, target)
      taps += 2
    },
  }
}
