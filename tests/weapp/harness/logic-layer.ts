import { existsSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { createContext, runInContext } from 'node:vm'
import { moduleLoader } from './modules'

/** The global functions through which scripts register themselves. */
export type Constructors = {
  App(options: object): void
  Page(options: object): void
  Component(options: object): void
  Behavior(options: object): unknown
  getApp(): unknown
  getCurrentPages(): unknown[]
}

export type LogicLayerOptions = {
  dist: string
  wx: object
  constructors: Constructors
  /** The phone's clock, in epoch milliseconds. */
  now(): number
  onError(error: unknown): void
}

/** The realm of the mini program's scripts: no document, no window, no `eval`, no Node. */
export type LogicLayer = {
  /** Runs a script of the dist, by path without extension. */
  run(path: string): void
  /** Copies a value into this realm, as all data between the layers is copied. */
  copy<T>(value: T): T
  close(): void
}

/** The platform allows `Function('return this')`, which old libraries need, and nothing else. */
const FORBID_EVAL_SCRIPT = `
  (() => {
    const refuse = () => { throw new EvalError('a mini program may not make code from text') }
    const make = (target, values) =>
      values.length === 1 && values[0] === 'return this' ? () => globalThis : refuse()
    globalThis.eval = refuse
    globalThis.Function = new Proxy(Function, {
      apply: (target, self, values) => make(target, values),
      construct: make,
    })
  })()
`

/** Replaces the current time by the phone's clock. */
const CLOCK_SCRIPT = `
  (now) => {
    const Real = Date
    globalThis.Date = new Proxy(Real, {
      apply: () => new Real(now()).toString(),
      construct: (target, values, newTarget) =>
        Reflect.construct(target, values.length === 0 ? [now()] : values, newTarget),
    })
    Real.now = now
    Real.prototype.constructor = globalThis.Date
  }
`

/** Timers that stop with the app and report their errors. */
const timersFor = (onError: (error: unknown) => void) => {
  const running = new Set<NodeJS.Timeout>()
  type Callback = (...values: unknown[]) => void
  const guarded =
    (callback: Callback) =>
    (...values: unknown[]) => {
      try {
        callback(...values)
      } catch (error) {
        onError(error)
      }
    }
  const numbers = new Map<number, NodeJS.Timeout>()
  let last = 0
  const keep = (timer: NodeJS.Timeout) => {
    running.add(timer)
    numbers.set(++last, timer)
    return last
  }
  const stop = (number: number) => {
    const timer = numbers.get(number)
    if (!timer) return
    clearTimeout(timer)
    running.delete(timer)
    numbers.delete(number)
  }
  return {
    globals: {
      setTimeout: (callback: Callback, ms?: number, ...values: unknown[]) => {
        const number: number = keep(
          setTimeout(() => {
            stop(number)
            guarded(callback)(...values)
          }, ms),
        )
        return number
      },
      setInterval: (callback: Callback, ms?: number, ...values: unknown[]) =>
        keep(setInterval(guarded(callback), ms, ...values)),
      clearTimeout: stop,
      clearInterval: stop,
    },
    stopAll: () => running.forEach((timer) => clearTimeout(timer)),
  }
}

const text = (values: unknown[]) =>
  values.map((value) => (value instanceof Error ? value.stack : String(value))).join(' ')

/** `console.error` counts as an error of the mini program; other output is dropped. */
const consoleFor = (onError: (error: unknown) => void) => ({
  log: () => undefined,
  info: () => undefined,
  debug: () => undefined,
  warn: () => undefined,
  error: (...values: unknown[]) => onError(new Error(text(values))),
})

/** Creates the realm in which a mini program's scripts run. */
export const openLogicLayer = (options: LogicLayerOptions): LogicLayer => {
  const { dist, wx, constructors, now, onError } = options
  const timers = timersFor(onError)
  const context = createContext({})
  runInContext(FORBID_EVAL_SCRIPT, context)
  ;(runInContext(CLOCK_SCRIPT, context) as (now: () => number) => void)(now)
  const parse = runInContext('JSON.parse', context) as (json: string) => unknown
  const load = moduleLoader({
    context,
    globals: { wx, ...constructors, ...timers.globals, console: consoleFor(onError) },
    resolve: (request, fromFile) => {
      const file = join(dirname(fromFile), request)
      const found = [file, `${file}.js`, join(file, 'index.js')].find(
        (path) => path.endsWith('.js') && existsSync(path),
      )
      if (!found) {
        const from = relative(dist, fromFile).split(sep).join('/')
        throw new Error(`${from} requires ${request}, which is not in the package`)
      }
      return found
    },
  })
  return {
    run: (path) => void load(join(dist, `${path}.js`)),
    copy: <T>(value: T) => (value === undefined ? value : parse(JSON.stringify(value))) as T,
    close: timers.stopAll,
  }
}
