/** The callbacks that every asynchronous platform call accepts. */
export type Callbacks = {
  success?(result: object): void
  fail?(error: object): void
  complete?(result: object): void
}

/** An error of the platform: the text after `fail`, and fields besides `errMsg`. */
export class ApiError extends Error {
  constructor(
    readonly reason: string,
    readonly fields: object = {},
  ) {
    super(reason)
  }
}

/** Calls that WeChat or the person refuses, by name. */
export type Refusals = Readonly<Record<string, { reason: string; errno?: number }>>

/** How results are passed to the mini program, and where the errors of its callbacks go. */
export type ApiOptions = {
  copy<T>(value: T): T
  onError(error: unknown): void
  /** False once the mini program was terminated: no more calls are answered. */
  isOpen(): boolean
  refusals?: Refusals
}

const NEVER = new Promise<never>(() => undefined)

/** The outcome of a call and the argument of its callbacks. */
type Outcome = { isOk: boolean; result: object }

/** Converts plain functions into asynchronous platform calls. */
export const apiMaker = ({ copy, onError, isOpen, refusals = {} }: ApiOptions) => {
  const refuse = (name: string) => {
    const refusal = refusals[name]
    if (refusal) throw new ApiError(refusal.reason, { errno: refusal.errno })
  }
  const invokeCallback = (callback: ((result: object) => void) | undefined, result: object) => {
    try {
      callback?.(result)
    } catch (error) {
      onError(error)
    }
  }
  const failed = (name: string, error: unknown): Outcome => {
    if (!(error instanceof ApiError)) onError(error)
    const { reason, fields } = error instanceof ApiError ? error : new ApiError(String(error))
    return { isOk: false, result: copy({ errMsg: `${name}:fail ${reason}`, ...fields }) }
  }
  /** `run` returns the fields besides `errMsg`, or nothing. */
  return <O extends object>(name: string, run: (options: O) => unknown) =>
    (options: O & Callbacks = {} as O & Callbacks): Promise<object> | undefined => {
      const end = Promise.resolve()
        .then(() => refuse(name))
        .then(() => run(options))
        .finally(() => (isOpen() ? undefined : NEVER))
        .then((answer) => copy({ errMsg: `${name}:ok`, ...(answer as object | undefined) }))
        .then(
          (result): Outcome => ({ isOk: true, result }),
          (error: unknown) => failed(name, error),
        )
      // The platform returns a promise only when no callback was given.
      if (!(options.success ?? options.fail ?? options.complete)) {
        return end.then(({ isOk, result }) => (isOk ? result : Promise.reject(result as Error)))
      }
      void end.then(({ isOk, result }) => {
        invokeCallback(isOk ? options.success : options.fail, result)
        invokeCallback(options.complete, result)
      })
      return undefined
    }
}

/** Makes one asynchronous call of the platform. */
export interface MakeApi {
  <O extends object>(
    name: string,
    run: (options: O) => unknown,
  ): (options?: O & Callbacks) => Promise<object> | undefined
}
