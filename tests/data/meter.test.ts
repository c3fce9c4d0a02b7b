import { Meter } from '@core/data/meter'

const after = (ms: number) => () => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** A quick and a slow branch, each of two calls one after the other; then one call more. */
async function branches(meter: Meter): Promise<void> {
  const branch = async (ms: number) => {
    await meter.measure(after(ms))
    await meter.measure(after(ms))
  }
  await Promise.all([branch(1), branch(30)])
  await meter.measure(after(1))
}

it('in step, counts rounds by what follows what, however fast the answers are', async () => {
  const meter = new Meter(true)
  await branches(meter)
  expect({ calls: meter.calls, rounds: meter.rounds }).toEqual({ calls: 5, rounds: 3 })
})

it('counts calls that fail, and goes on', async () => {
  const meter = new Meter(true)
  const failing = meter.measure(() => Promise.reject(new Error('no')))
  await expect(Promise.all([failing, meter.measure(after(1))])).rejects.toThrow('no')
  await meter.measure(after(1))
  expect({ calls: meter.calls, rounds: meter.rounds }).toEqual({ calls: 3, rounds: 2 })
})

it('out of step, hands each answer out as it comes', async () => {
  const meter = new Meter()
  const done: string[] = []
  const slow = meter.measure(after(30)).then(() => done.push('slow'))
  await meter.measure(after(1))
  expect(done).toEqual([])
  await slow
  expect(meter.rounds).toBe(1)
})
