import type { WorkerTime } from './protocol'

const RealDate = Date
const realNow = Date.now.bind(Date)

/**
 * Makes `Date` in this worker read the local cloud's movable clock; returns a function that sets it
 * before each call. The dates are ordinary ones: `instanceof` and serialisers see no difference.
 */
export const installWorkerDate = (): ((time: WorkerTime) => void) => {
  let time: WorkerTime = { kind: 'running', offsetMs: 0 }
  const now = () => (time.kind === 'stopped' ? time.at : realNow() + time.offsetMs)
  const ShiftedDate = new Proxy(RealDate, {
    apply: () => new RealDate(now()).toString(),
    construct: (target, args, newTarget) =>
      Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget) as Date,
    get: (target, key, receiver): unknown =>
      key === 'now' ? now : Reflect.get(target, key, receiver),
  })
  RealDate.prototype.constructor = ShiftedDate
  globalThis.Date = ShiftedDate
  return (next) => {
    time = next
  }
}
