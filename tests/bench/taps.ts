import { isSameValue } from '@core/kernel/same-value'
import { BUDGETS } from '../../config/budgets'
import { buildFunctions } from '../../config/functions.build'
import { buildPages } from '../../config/pages.build'
import { buildPictures } from '../../config/pictures'
import { openBrowser } from '../web/browser'
import { TAP_JOBS, walkJob } from '../web/tap-jobs'
import type { Bench, Findings, Row } from './row'

/**
 * How many taps the owner's frequent jobs take, walked in a browser with the pages as built; a text
 * that is typed counts as the tap on its field, a picture as two. With `--json`:
 * `{ taps: { firstProduct, productOf2x2, spendOff, productDiscount, shipOne, shipTen }, … }`.
 */
export const taps: Bench = {
  name: 'taps',
  run: async (say): Promise<Findings> => {
    await buildFunctions()
    buildPictures()
    await buildPages('h5', () => say('building the pages …'))
    const browser = await openBrowser()
    const counted: Record<string, number> = {}
    try {
      for (const job of TAP_JOBS) {
        const { taps: count, found } = await walkJob(browser, job)
        if (!isSameValue(found, job.wanted)) {
          throw new Error(`${job.name} left ${JSON.stringify(found)} in the shop`)
        }
        counted[job.name] = count
      }
    } finally {
      await browser.close()
    }
    const rows = TAP_JOBS.map(({ name }): Row => {
      return { name, value: counted[name] ?? NaN, unit: 'taps', max: BUDGETS.taps[name] }
    })
    return { rows, figures: { taps: counted } }
  },
}
