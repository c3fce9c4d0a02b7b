import type { MovableClock } from './clock'
import { DevcloudError } from './devcloud-error'
import type { FunctionInvoker } from './ports'
import type { DevcloudRecords } from './records'
import { DAY_MS } from './time'
import { type Firing, missedFiring, planFirings, type Trigger } from './timer-plan'

/** How often the local cloud checks for due timers, which are at least minutes apart. */
const TICK_MS = 1000

/** A longer jump is a mistyped date: it would fire thousands of nights. */
const JUMP_DAYS_MAX = 3660

/** A timer that fired: at which time of the local cloud, and what its function answered. */
export type FiredTimer = {
  function: string
  trigger: string
  at: string
  ok: boolean
  result?: unknown
  error?: string
}

/**
 * How the clock jumps. With `sparesResting` a timer is not woken while it could only find out again
 * that there is nothing to do: right where nobody edits the database and nothing crashes.
 */
export type Jump = { sparesResting?: boolean }

/** Fires timers as the clock passes them. */
export interface Timers {
  /** Moves the clock forward, firing what is due on the way, each at its own time. */
  moveTo(target: number, how?: Jump): Promise<FiredTimer[]>
  /** Fires a function's timer now, whatever its expression says. */
  fireNow(functionName: string): Promise<FiredTimer>
  /** Fires timers as real time passes; not for a frozen clock. */
  startTicking(): void
  /** Runs `work` while no timer runs. */
  pausedFor(work: () => void): Promise<void>
  /** Runs `forget` while no timer runs; missed firings before that are dropped. */
  reset(forget: () => void): Promise<void>
  stop(): Promise<void>
}

/** What the timers work with. */
export type TimersOptions = {
  triggers: readonly Trigger[]
  clock: MovableClock
  invoker: FunctionInvoker
  records: DevcloudRecords
  appid: string
  /**
   * Resolves when nothing runs in the background any more. A jump waits for it: what was sent at
   * noon must not arrive a day later.
   */
  settled(): Promise<void>
  /** Whether a function has told the database that it has nothing to do at an instant. */
  isIdle(functionName: string, at: number): boolean
  /** Told when the timers themselves fail, not a function: a full disk, for one. */
  warn(line: string): void
}

const isoSeconds = (instant: number) => `${new Date(instant).toISOString().slice(0, 19)}Z`

const fire = async (
  { trigger, at, isAsked = false }: Firing & { isAsked?: boolean },
  { invoker, appid }: TimersOptions,
): Promise<FiredTimer> => {
  const fired = { function: trigger.functionName, trigger: trigger.name, at: isoSeconds(at) }
  const event = { Type: 'Timer', TriggerName: trigger.name, Time: fired.at }
  // The text of the trigger, by which a run is asked for outside its times.
  const Message = isAsked ? 'now' : ''
  try {
    const caller = { appid, source: 'wx_trigger' }
    const result = await invoker.invoke(trigger.functionName, { ...event, Message }, caller)
    return { ...fired, ok: true, result }
  } catch (error) {
    return { ...fired, ok: false, error: error instanceof Error ? error.message : String(error) }
  }
}

/** Reports why timers cannot run, but the same reason not every second: they go on at each tick. */
const tickFailures = (warn: TimersOptions['warn']) => {
  let last = ''
  return (error: unknown) => {
    const line = `timers cannot run: ${error instanceof Error ? error.message : String(error)}`
    if (line !== last) warn(line)
    last = line
  }
}

/** Work that is done one after another; `idle` resolves when all asked for so far has ended. */
const createTurns = () => {
  let last: Promise<unknown> = Promise.resolve()
  return {
    inTurn: <T>(work: () => Promise<T>): Promise<T> => {
      const done = last.then(work)
      last = done.catch(() => undefined)
      return done
    },
    idle: () => last,
  }
}

/** Until when each timer has fired what was due, and the windows that are owed since. */
const handledTimers = ({ triggers, clock, records }: TimersOptions) => {
  const handledUntil = (trigger: Trigger): number =>
    records.get<number>('timer', trigger.functionName) ?? clock.now()
  const setHandled = (trigger: Trigger, until: number) =>
    records.put('timer', trigger.functionName, until)
  for (const trigger of triggers) setHandled(trigger, handledUntil(trigger))
  const windowsUntil = (to: number) =>
    triggers.map((trigger) => ({ trigger, from: handledUntil(trigger), to }))
  return { setHandled, windowsUntil }
}

/**
 * Makes the timers of the deployed functions. What they have fired is remembered across restarts.
 */
export const createTimers = (options: TimersOptions): Timers => {
  const { triggers, clock, settled, isIdle } = options
  let ticking: NodeJS.Timeout | undefined
  const { inTurn, idle } = createTurns()

  const { setHandled, windowsUntil } = handledTimers(options)

  const jump = async (target: number, { sparesResting = false }: Jump) => {
    if (target - clock.now() > JUMP_DAYS_MAX * DAY_MS) {
      throw new DevcloudError(`the clock moves at most ${JUMP_DAYS_MAX} days at once`)
    }
    const fired: FiredTimer[] = []
    await settled()
    for (const firing of planFirings(windowsUntil(target))) {
      if (sparesResting && isIdle(firing.trigger.functionName, firing.at)) continue
      clock.moveTo(firing.at)
      fired.push(await fire(firing, options))
      await settled()
      setHandled(firing.trigger, firing.at)
    }
    clock.moveTo(target)
    for (const trigger of triggers) setHandled(trigger, target)
    return fired
  }

  const tick = async () => {
    for (const owed of windowsUntil(clock.now())) {
      const firing = missedFiring(owed)
      if (!firing) continue
      // Stored before it fires: a timer that kills the local cloud must not kill each restart.
      setHandled(firing.trigger, owed.to)
      await fire(firing, options)
    }
  }

  return {
    moveTo: (target, how = {}) => inTurn(() => jump(target, how)),
    fireNow: (functionName) =>
      inTurn(async () => {
        const trigger = triggers.find((one) => one.functionName === functionName)
        if (!trigger) throw new DevcloudError(`${functionName} has no timer`)
        const fired = await fire({ trigger, at: clock.now(), isAsked: true }, options)
        await settled()
        return fired
      }),
    pausedFor: (work) => inTurn(() => settled().then(work)),
    reset: (forget) =>
      inTurn(async () => {
        await settled()
        forget()
        for (const trigger of triggers) setHandled(trigger, clock.now())
      }),
    startTicking: () => {
      const onFailed = tickFailures(options.warn)
      ticking = setInterval(() => void inTurn(tick).catch(onFailed), TICK_MS)
    },
    stop: async () => {
      clearInterval(ticking)
      await idle()
    },
  }
}
