import { uncovered } from '../campaign/conflicts/coverage'
import { type Begun, nameOf, runScenario } from '../campaign/conflicts/run-scenario'
import { SCENARIOS } from '../campaign/conflicts/scenarios'
import { openWorld } from '../campaign/conflicts/world'

/**
 * A slice of `npm run campaign -- conflicts`: every request to the database of a few operations is
 * disturbed, the caller tries again, one sweep passes, and nothing is otherwise than undisturbed.
 */

let begun: Begun
beforeAll(async () => {
  begun = await openWorld()
}, 300_000)
afterAll(() => begun.world.shop.close())

it('every operation, timer and notice that writes has a scenario', () => {
  expect(uncovered(SCENARIOS)).toEqual([])
  expect(uncovered(SCENARIOS.slice(0, -1))).toEqual([SCENARIOS.at(-1)?.covers])
})

it.each([
  ['shop catalog.favourite', 20],
  ['shop cart.change', 20],
  ['shop coupons.claim', 15],
  ['shop reminders.set', 10],
])(
  '%s is the same after a conflict, a timeout and a crash at every request',
  async (name, points) => {
    const scenario = SCENARIOS.find((one) => nameOf(one) === name)
    if (!scenario) throw new Error(`no scenario is called ${name}`)
    const report = await runScenario(begun, scenario)
    expect(report.troubles).toEqual([])
    expect(report.points).toBeGreaterThanOrEqual(points)
  },
  300_000,
)

it('a scenario that does not work undisturbed is no success', async () => {
  const broken = { covers: 'shop orders.place', title: '', prepare: async () => refuse }
  const refuse = async () => 'OUT_OF_STOCK'
  await expect(runScenario(begun, broken)).rejects.toThrow('does not work undisturbed')
}, 60_000)
