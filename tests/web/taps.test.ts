import type { Browser } from 'playwright-core'
import { BUDGETS } from '../../config/budgets'
import { openBrowser } from './browser'
import { TAP_JOBS, walkJob } from './tap-jobs'

/** What an owner does often takes few taps; a text that is typed counts as the tap on its field. */

// A browser on a busy machine is slow to start and to render.
jest.setTimeout(180_000)

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test.each(TAP_JOBS.map((job) => [job.name, BUDGETS.taps[job.name], job] as const))(
  '%s is done in at most %i taps',
  async (_name, most, job) => {
    const { taps, found } = await walkJob(browser, job)
    expect(found).toEqual(job.wanted)
    expect(taps).toBeLessThanOrEqual(most)
  },
)
