import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseCron } from '@local/cron'
import type { Devcloud } from '@local/devcloud-types'
import { openRecords } from '@local/records'
import { planFirings } from '@local/timer-plan'
import type { FiredTimer } from '@local/timers'
import { startTestDevcloud } from './test-devcloud'

jest.setTimeout(60_000)

/** 2026-03-14 10:00 in China. */
const START = '2026-03-14T02:00:00.000Z'
const FROZEN = { frozen: true, start: START }

const firedAt = (fired: FiredTimer[]) => fired.map(({ function: name, at }) => `${name} ${at}`)

describe('a clock that is moved', () => {
  let devcloud: Devcloud
  beforeAll(async () => {
    devcloud = await startTestDevcloud({ clock: FROZEN })
  })
  beforeEach(() => devcloud.reset())
  afterAll(() => devcloud.close())

  test('stands still, inside functions too, until it is moved', async () => {
    const time = () => devcloud.invoke('probe', { do: 'time' }, 'oDemo-someone')
    const at = Date.parse(START)
    const read = { now: at, made: at, given: 5, zone: 0, isDate: true }
    expect(await time()).toMatchObject({ ...read, text: new Date(at).toString() })
    expect(await time()).toMatchObject(read)
    await devcloud.clock.advance({ minutes: 1, hours: 1 })
    expect(await time()).toMatchObject({ now: at + 61 * 60_000, made: at + 61 * 60_000 })
    expect(devcloud.clock.now()).toBe(at + 61 * 60_000)
  })

  test('fires timers in order, each at its own time', async () => {
    const fired = await devcloud.clock.set('2026-03-14T02:03:30.000Z')
    expect(firedAt(fired)).toEqual([
      'minutely 2026-03-14T02:01:00Z',
      'minutely 2026-03-14T02:02:00Z',
      'minutely 2026-03-14T02:03:00Z',
    ])
    expect(fired[1]).toMatchObject({
      trigger: 'tick',
      ok: true,
      result: {
        event: { Type: 'Timer', TriggerName: 'tick', Time: '2026-03-14T02:02:00Z', Message: '' },
        SOURCE: 'wx_trigger',
        now: '2026-03-14T02:02:00.000Z',
      },
    })
    expect((fired[1]?.result as { OPENID?: string }).OPENID).toBeUndefined()
    expect(devcloud.clock.now()).toBe(Date.parse('2026-03-14T02:03:30.000Z'))
  })

  test('a frequent timer fires once before each rarer one and once at the end', async () => {
    const fired = await devcloud.clock.advance({ days: 2 })
    expect(firedAt(fired)).toEqual([
      'minutely 2026-03-14T18:00:00Z',
      'nightly 2026-03-14T18:00:00Z',
      'minutely 2026-03-15T18:00:00Z',
      'nightly 2026-03-15T18:00:00Z',
      'minutely 2026-03-16T02:00:00Z',
    ])
  })

  test('nothing fires twice and nothing is left out over two moves', async () => {
    const first = await devcloud.clock.set('2026-03-14T18:00:00.000Z')
    const second = await devcloud.clock.set('2026-03-14T18:01:00.000Z')
    expect(firedAt(first)).toEqual([
      'minutely 2026-03-14T18:00:00Z',
      'nightly 2026-03-14T18:00:00Z',
    ])
    expect(firedAt(second)).toEqual(['minutely 2026-03-14T18:01:00Z'])
  })

  test('never goes back', async () => {
    await devcloud.clock.advance({ hours: 1 })
    expect(await devcloud.clock.set(START)).toEqual([])
    expect(devcloud.clock.now()).toBe(Date.parse(START) + 3_600_000)
  })

  test('a jump of more than ten years is refused', async () => {
    await expect(devcloud.clock.advance({ days: 4000 })).rejects.toThrow('3660 days')
    expect(devcloud.clock.now()).toBe(Date.parse(START))
  })

  test('a timer can be fired by hand; a function without one says so', async () => {
    expect(await devcloud.fireTimer('nightly')).toMatchObject({
      ok: true,
      at: '2026-03-14T02:00:00Z',
    })
    await expect(devcloud.fireTimer('probe')).rejects.toThrow('probe has no timer')
  })

  test('after a reset the clock is where it began and owes nothing', async () => {
    await devcloud.clock.advance({ days: 1 })
    await devcloud.reset()
    expect(devcloud.clock.now()).toBe(Date.parse(START))
    const fired = await devcloud.clock.advance({ minutes: 1 })
    expect(firedAt(fired)).toEqual(['minutely 2026-03-14T02:01:00Z'])
  })
})

describe('which firings a jump makes', () => {
  const from = Date.parse('2026-03-14T00:00:00+08:00')
  const plan = (days: number, crons: Record<string, string>) =>
    planFirings(
      Object.entries(crons).map(([functionName, cron]) => ({
        trigger: { functionName, name: 't', cron: parseCron(cron) },
        from,
        to: from + days * 86_400_000,
      })),
    ).map(({ trigger, at }) => {
      const clock = new Date(at + 8 * 3_600_000).toISOString()
      return `${trigger.functionName} ${clock.slice(5, 10)} ${clock.slice(11, 16)}`
    })

  test('an hourly timer fires every hour', () => {
    expect(plan(2, { hourly: '0 0 * * * * *' })).toHaveLength(48)
  })

  test('a burst in the night fires its last, every night', () => {
    const nights = ['burst 03-14 04:50', 'burst 03-15 04:50']
    expect(plan(2, { burst: '0 */10 2-4 * * * *' })).toEqual(nights)
  })

  test('a run of three fires completely', () => {
    expect(plan(1, { three: '0 0,20,40 2 * * * *' })).toEqual([
      'three 03-14 02:00',
      'three 03-14 02:20',
      'three 03-14 02:40',
    ])
  })

  test('a year of minutes fires once before each night and at the end', () => {
    const year = plan(365, { night: '0 30 1 * * * *', minute: '0 * * * * * *' })
    expect(year).toHaveLength(365 * 2 + 1)
    const first = ['minute 03-14 01:30', 'night 03-14 01:30', 'minute 03-15 01:30']
    expect(year.slice(0, 3)).toEqual(first)
    expect(year.at(-1)).toBe('minute 03-14 00:00')
  })

  test('two frequent timers keep pace with each other', () => {
    expect(plan(1, { a: '0 * * * * * *', b: '30 */5 * * * * *' })).toEqual([
      'a 03-14 23:55',
      'b 03-14 23:55',
      'a 03-15 00:00',
    ])
  })

  test('no timer, no firing', () => {
    expect(plan(30, {})).toEqual([])
  })
})

describe('a clock that runs', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'devcloud-clock-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  test('goes on where it was left, and a restart catches up once', async () => {
    const first = await startTestDevcloud({ dataDir: folder, isTicking: false })
    await first.clock.advance({ days: 40 })
    const left = first.clock.now()
    await first.close()

    const second = await startTestDevcloud({ dataDir: folder, isTicking: false })
    expect(second.clock.now()).toBeGreaterThanOrEqual(left)
    expect(second.clock.now() - left).toBeLessThan(30_000)
    await second.close()

    // The machine was off for three hours, in which a minute fired 180 times.
    const records = openRecords(join(folder, 'wechat.db'))
    const { offsetMs } = records.get<{ offsetMs: number }>('clock', 'now') ?? { offsetMs: 0 }
    records.put('clock', 'now', { kind: 'running', offsetMs: offsetMs + 3 * 3_600_000 })
    records.close()
    const third = await startTestDevcloud({ dataDir: folder })
    const fired = () => third.metrics.lines().filter((line) => line === 'minutely: fired')
    await waitUntil(() => fired().length > 0)
    expect(fired()).toHaveLength(1)
    await third.close()
  })
})

const waitUntil = async (isTrue: () => boolean) => {
  const until = Date.now() + 20_000
  while (!isTrue()) {
    if (Date.now() > until) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
