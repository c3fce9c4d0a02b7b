import type { RunningMiniProgram } from './mini-program'
import { textOf } from './rendered'

/** How long to wait for a condition; a call of the devcloud takes about 20 ms. */
const WAIT_MAX_MS = 5000
const POLL_MS = 10
/** The page counts as idle when nothing has happened for this long. */
const IDLE_MS = 60

/** Waits in real time. */
export const sleep = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms))

const withoutBlanks = (value: string) => value.replace(/\s+/g, '')

/** Reads the text of a running mini program and waits for it to change. */
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
        throw new Error(`timed out waiting for ${what} on ${pages.top()?.path}:\n${text()}`)
      }
      await sleep(POLL_MS)
    }
  }
  return {
    /** The element that holds the page on top. */
    holder,
    /** The visible text: WeChat's own sheets and toasts first, then the page. */
    text,
    /** Whether a text is visible; blanks are ignored. */
    has,
    waitFor,
    /** Waits until a text is visible. */
    see: (wanted: string) => waitFor(`“${wanted}”`, () => has(wanted)).then(() => undefined),
    /** Waits until a text is no longer visible. */
    gone: (wanted: string) =>
      waitFor(`“${wanted}” to go`, () => !has(wanted)).then(() => undefined),
    /** Waits until there are no calls and no setData for a while. */
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
