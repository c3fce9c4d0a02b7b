import type { RunningMiniProgram } from './mini-program'
import { textOf } from './rendered'

/** How long a test waits for something to be seen; a call of the devcloud takes some 20 ms. */
const WAIT_MAX_MS = 5000
const POLL_MS = 10
/** Nothing has happened for this long: the page is at rest. */
const IDLE_MS = 60

/** Waits so many real milliseconds. */
export const sleep = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms))

const withoutBlanks = (value: string) => value.replace(/\s+/g, '')

/** What a person sees of a running mini program, and how they wait for it. */
export const pageReader = ({ view, overlay, pages, trace }: RunningMiniProgram) => {
  const holder = () => {
    const page = pages.top()
    if (!page) throw new Error('no page is open')
    return page.view.holder
  }
  const text = () => {
    const sheets = overlay.sheets.flatMap(({ texts, buttons }) => [
      ...texts,
      ...Object.keys(buttons),
    ])
    return [...sheets, ...overlay.toasts.slice(-1), textOf(view, holder())].join('\n')
  }
  const has = (wanted: string) => withoutBlanks(text()).includes(withoutBlanks(wanted))
  const waitFor = async <T>(what: string, look: () => T | undefined | false): Promise<T> => {
    const end = Date.now() + WAIT_MAX_MS
    for (;;) {
      const found = look()
      if (found !== undefined && found !== false) return found
      if (trace.errors.length > 0) throw trace.errors[0]
      if (Date.now() > end) {
        throw new Error(`waited in vain for ${what} on ${pages.top()?.path}:\n${text()}`)
      }
      await sleep(POLL_MS)
    }
  }
  return {
    /** The element that holds the page on top. */
    holder,
    /** What can be read now: WeChat's own sheets and toasts first, then the page. */
    text,
    /** Whether a text is to be read now; blanks do not count. */
    has,
    waitFor,
    /** Waits until a text is to be read. */
    see: (wanted: string) => waitFor(`“${wanted}”`, () => has(wanted)).then(() => undefined),
    /** Waits until a text is gone. */
    gone: (wanted: string) =>
      waitFor(`“${wanted}” to go`, () => !has(wanted)).then(() => undefined),
    /** Waits for a while in which nothing was asked, answered or drawn. */
    idle: async () => {
      const busy = () => `${trace.setDataCalls.length} ${trace.calls.length} ${trace.pendingCalls}`
      for (let before = ''; before !== busy() || trace.pendingCalls > 0; ) {
        before = busy()
        await sleep(IDLE_MS)
      }
    },
  }
}

export type PageReader = ReturnType<typeof pageReader>
