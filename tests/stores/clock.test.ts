import type * as ClockModule from '@/services/clock'
import { Elapsed } from '@/services/elapsed'
import type * as MomentsModule from '@/services/moments'

/** The phone's date may be wrong or be set at any time; the cloud's answers say what time it is. */

const MINUTE_MS = 60_000
const CLOUD = Date.parse('2026-03-04T10:00:00+08:00')

/** A phone whose date, counter and cloud move as the test says. */
function openPhone(phoneAheadMs: number, hasCounter = true) {
  let passed = 0
  let ahead = phoneAheadMs
  jest.resetModules()
  jest.spyOn(Date, 'now').mockImplementation(() => CLOUD + passed + ahead)
  const counter = hasCounter ? { now: () => passed } : undefined
  Object.defineProperty(globalThis, 'performance', { value: counter, configurable: true })
  const clock: typeof ClockModule = jest.requireActual('@/services/clock')
  return {
    clock,
    passes: (ms: number) => {
      passed += ms
    },
    isSet: (ms: number) => {
      ahead += ms
    },
    /** A call whose answer was made after `there` ms and arrived after `back` more. */
    calls: (there = 40, back = 60) => {
      const started = clock.callStarted()
      passed += there
      const at = CLOUD + passed
      passed += back
      clock.noteCloudTime(at, started)
    },
    cloudNow: () => CLOUD + passed,
  }
}

const { performance } = globalThis
afterEach(() => {
  jest.restoreAllMocks()
  Object.defineProperty(globalThis, 'performance', { value: performance, configurable: true })
})

describe.each([
  ['with a counter', true],
  ['with a date alone', false],
])('a phone %s', (_name, hasCounter) => {
  it.each([-5, 0, 5])('that is %d minutes ahead shows the cloud’s time after one answer', (by) => {
    const phone = openPhone(by * MINUTE_MS, hasCounter)
    phone.calls()
    expect(Math.abs(phone.clock.now() - phone.cloudNow())).toBeLessThanOrEqual(50)
    phone.passes(10_000)
    expect(Math.abs(phone.clock.now() - phone.cloudNow())).toBeLessThanOrEqual(50)
  })

  it('knows the time better with every answer, and not worse after a slow one', () => {
    const phone = openPhone(5 * MINUTE_MS, hasCounter)
    phone.calls(3_000, 10)
    expect(Math.abs(phone.clock.now() - phone.cloudNow())).toBeGreaterThan(1_000)
    phone.calls(5, 5)
    phone.calls(10, 5_000)
    expect(Math.abs(phone.clock.now() - phone.cloudNow())).toBeLessThanOrEqual(5)
  })

  it('that is set back while a page is open does not go back, and asks', () => {
    const phone = openPhone(0, hasCounter)
    phone.calls()
    const before = phone.clock.now()
    phone.isSet(-5 * MINUTE_MS)
    expect(phone.clock.now()).toBeGreaterThanOrEqual(before)
    expect(phone.clock.isClockDoubtful()).toBe(true)
    phone.calls()
    expect(phone.clock.isClockDoubtful()).toBe(false)
    expect(Math.abs(phone.clock.now() - phone.cloudNow())).toBeLessThanOrEqual(50)
  })

  it('that is set ahead asks, and is right after the answer', () => {
    const phone = openPhone(0, hasCounter)
    phone.calls()
    phone.isSet(5 * MINUTE_MS)
    expect(phone.clock.isClockDoubtful()).toBe(true)
    if (hasCounter) {
      expect(Math.abs(phone.clock.now() - phone.cloudNow())).toBeLessThanOrEqual(50)
    }
    phone.calls()
    expect(Math.abs(phone.clock.now() - phone.cloudNow())).toBeLessThanOrEqual(50)
  })

  it('follows a cloud whose clock is moved, as the local one’s can be', () => {
    const phone = openPhone(0, hasCounter)
    phone.calls()
    const started = phone.clock.callStarted()
    phone.passes(20)
    phone.clock.noteCloudTime(phone.cloudNow() + 86_400_000, started)
    expect(phone.clock.now() - phone.cloudNow()).toBeGreaterThan(86_000_000)
  })
})

it('a browser whose counter stood still in its sleep is in doubt', () => {
  let reading = { dateMs: 0, countedMs: 0 }
  const elapsed = new Elapsed(() => reading)
  reading = { dateMs: 5_000, countedMs: 4_990 }
  expect(elapsed.isDoubtful()).toBe(false)
  reading = { dateMs: 65_000, countedMs: 5_000 }
  expect(elapsed.isDoubtful()).toBe(true)
  elapsed.settle()
  expect(elapsed.isDoubtful()).toBe(false)
})

describe('a moment that a page waits for', () => {
  beforeEach(() => {
    jest.resetModules()
    jest.useFakeTimers({ now: CLOUD })
  })
  afterEach(() => jest.useRealTimers())

  const open = (moments: number[], ask: () => Promise<void> = async () => undefined) => {
    const { noteCloudTime, callStarted }: typeof ClockModule =
      jest.requireActual('@/services/clock')
    const { watchMoments }: typeof MomentsModule = jest.requireActual('@/services/moments')
    const asked: number[] = []
    const stop = watchMoments(moments, async () => {
      asked.push(Math.round((Date.now() - CLOUD) / 1_000))
      await ask()
    })
    const told = (at: number) => noteCloudTime(at, callStarted())
    return { asked, stop, told }
  }

  it('is asked about when it has come, then ever more rarely, and not for ever', async () => {
    const { asked } = open([CLOUD + 60_000])
    await jest.advanceTimersByTimeAsync(59_000)
    expect(asked).toEqual([])
    await jest.advanceTimersByTimeAsync(3_600_000)
    expect(asked).toEqual([60, 61, 63, 67, 75, 90, 120, 180, 240, 300, 360, 420])
  })

  it('is asked about no more once the page watches another, or is hidden', async () => {
    const { asked, stop } = open([CLOUD + 10_000, CLOUD + 20_000])
    await jest.advanceTimersByTimeAsync(11_500)
    stop()
    await jest.advanceTimersByTimeAsync(3_600_000)
    expect(asked).toEqual([10, 11])
  })

  it('is waited for again when an answer says that it is still to come', async () => {
    const watched = open([CLOUD + 10_000], async () => {
      if (watched.asked.length === 1) watched.told(CLOUD + 5_000)
    })
    await jest.advanceTimersByTimeAsync(13_000)
    expect(watched.asked).toEqual([10])
    await jest.advanceTimersByTimeAsync(3_000)
    expect(watched.asked).toEqual([10, 15])
  })

  it('that never changes anything keeps no later one from being asked about', async () => {
    const { asked } = open([CLOUD + 5_000, CLOUD + 1_800_000])
    await jest.advanceTimersByTimeAsync(1_801_000)
    expect(asked.at(-1)).toBe(1_801)
  })

  it('that is past when the page opens is asked about a second later', async () => {
    const { asked } = open([CLOUD - 1])
    await jest.advanceTimersByTimeAsync(0)
    expect(asked).toEqual([])
    await jest.advanceTimersByTimeAsync(1_000)
    expect(asked).toEqual([1])
  })
})
