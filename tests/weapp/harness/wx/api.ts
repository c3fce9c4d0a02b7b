/** What every asynchronous call of the platform takes. */
export type Callbacks = {
  success?(result: object): void
  fail?(error: object): void
  complete?(result: object): void
}

/** A refusal of the platform: the text after `fail`, and fields beside `errMsg`. */
export class ApiError extends Error {
  constructor(
    readonly reason: string,
    readonly fields: object = {},
  ) {
    super(reason)
  }
}

/** How results get into the mini program's world, and where the errors of its callbacks go. */
export type ApiOptions = {
  copy<T>(value: T): T
  onError(error: unknown): void
  /** False once the mini program has been killed: then nothing is answered any more. */
  isOpen(): boolean
}

const NEVER = new Promise<never>(() => undefined)

/** How a call ended: what its callbacks are given, and which of them. */
type Outcome = { isOk: boolean; result: object }

/** The asynchronous calls of the platform, made from plain functions of their options. */
export const apiMaker = ({ copy, onError, isOpen }: ApiOptions) => {
  const tell = (callback: ((result: object) => void) | undefined, result: object) => {
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
  /** `run` answers with what stands beside `errMsg`, or with nothing. */
  return <O extends object>(name: string, run: (options: O) => unknown) =>
    (options: O & Callbacks = {} as O & Callbacks): Promise<object> | undefined => {
      const end = Promise.resolve()
        .then(() => run(options))
        .finally(() => (isOpen() ? undefined : NEVER))
        .then((answer) => copy({ errMsg: `${name}:ok`, ...(answer as object | undefined) }))
        .then(
          (result): Outcome => ({ isOk: true, result }),
          (error: unknown) => failed(name, error),
        )
      // The platform answers with a promise only where no callback was given.
      if (!(options.success ?? options.fail ?? options.complete)) {
        return end.then(({ isOk, result }) => (isOk ? result : Promise.reject(result as Error)))
      }
      void end.then(({ isOk, result }) => {
        tell(isOk ? options.success : options.fail, result)
        tell(options.complete, result)
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
