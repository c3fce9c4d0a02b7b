import { findAll, findOne, isDisabled, nameOf, type Target } from './finder'
import { measured, type Measured } from './measured'
import { runMiniProgram, type RunOptions } from './mini-program'
import { afterTap } from './native'
import { attributesOf, tagOf, textOf } from './rendered'

export type { Cloud } from './cloud'
export type { Target } from './finder'
export type { Measured } from './measured'
export type { RunOptions } from './mini-program'

/** How long a test waits for something to be seen; a call of the desk takes some 20 ms. */
const PATIENCE_MS = 5000
const TICK_MS = 10
/** Nothing has happened for this long: the page is at rest. */
const REST_MS = 60

const sleep = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms))

/** Opens a built mini program and hands it to a person: what they see, tap and type. */
export const openMiniProgram = (options: RunOptions) => {
  const run = runMiniProgram(options)
  const { view, overlay, pages, trace } = run

  const holder = () => {
    const page = pages.top()
    if (!page) throw new Error('no page is open')
    return page.view.holder
  }
  /** What can be read now: WeChat's own sheets and toasts first, then the page. */
  const text = () => {
    const sheets = overlay.sheets.flatMap(({ texts, buttons }) => [
      ...texts,
      ...Object.keys(buttons),
    ])
    return [...sheets, ...overlay.toasts.slice(-1), textOf(view, holder())].join('\n')
  }
  const waitFor = async <T>(what: string, look: () => T | undefined | false): Promise<T> => {
    const end = Date.now() + PATIENCE_MS
    for (;;) {
      const found = look()
      if (found !== undefined && found !== false) return found
      if (trace.problems.length > 0) throw trace.problems[0]
      if (Date.now() > end) {
        throw new Error(`waited in vain for ${what} on ${pages.top()?.path}:\n${text()}`)
      }
      await sleep(TICK_MS)
    }
  }
  const flat = (value: string) => value.replace(/\s+/g, '')
  const has = (wanted: string) => flat(text()).includes(flat(wanted))
  const one = (target: Target) =>
    waitFor(nameOf(target), () => findAll(view, holder(), target).length > 0).then(() =>
      findOne(view, holder(), target),
    )
  /** Waits for a while in which nothing was asked, answered or drawn. */
  const idle = async () => {
    const busy = () => `${trace.crossings.length} ${trace.calls.length} ${trace.waiting}`
    for (let before = ''; before !== busy() || trace.waiting > 0; ) {
      before = busy()
      await sleep(REST_MS)
    }
  }
  /** A button of WeChat's own sheet, when one covers the page. */
  const sheetButton = (target: Target) => {
    const sheet = overlay.sheets.at(-1)
    const press = typeof target === 'string' ? sheet?.buttons[target] : undefined
    if (sheet && !press) throw new Error(`${nameOf(target)} is covered: ${sheet.texts.join(' ')}`)
    return press
  }
  const tap = async (target: Target, times = 1) => {
    const isThere = () => overlay.sheets.length > 0 || findAll(view, holder(), target).length > 0
    await waitFor(nameOf(target), isThere)
    const press = sheetButton(target)
    if (press) {
      press()
      return sleep(0)
    }
    const element = findOne(view, holder(), target)
    if (isDisabled(view, element)) throw new Error(`${nameOf(target)} is disabled`)
    for (let n = 0; n < times; n += 1) {
      view.dispatch(element, 'tap', { x: 0, y: 0 })
      afterTap(run, element)
    }
    return sleep(0)
  }
  const input = async (target: Target, value: string) => {
    const element = await one(target)
    const tag = tagOf(view, element)
    if (tag !== 'input' && tag !== 'textarea') throw new Error(`${nameOf(target)} is a ${tag}`)
    const limit = Number(attributesOf(view, element).maxlength ?? -1)
    const kept = limit >= 0 ? value.slice(0, limit) : value
    view.dispatch(element, 'focus', { value: '' })
    view.dispatch(element, 'input', { value: kept, cursor: kept.length })
    view.dispatch(element, 'blur', { value: kept })
    await sleep(0)
  }
  const tell = (name: string, ...values: unknown[]) => {
    const page = pages.top()
    return page ? pages.tell(page, name, ...values) : undefined
  }

  return {
    run,
    trace,
    overlay,
    text,
    has,
    tap,
    input,
    idle,
    waitFor,
    /** Waits until a text is to be read; blanks do not count. */
    see: (wanted: string) => waitFor(`“${wanted}”`, () => has(wanted)).then(() => undefined),
    /** Waits until a text is gone. */
    gone: (wanted: string) =>
      waitFor(`“${wanted}” to go`, () => !has(wanted)).then(() => undefined),
    /** Sends an event of the platform to an element: `change`, `scrolltolower`, `confirm` … */
    send: async (target: Target, event: string, detail: object = {}) => {
      view.dispatch(await one(target), event, detail)
      await sleep(0)
    },
    findAll: (target: Target) => findAll(view, holder(), target),
    isDisabled: async (target: Target) => isDisabled(view, await one(target)),
    path: () => pages.top()?.path,
    /** Taps an entry of the tab bar, by its text. */
    tapTab: async (label: string) => {
      const tab = run.manifest.app.tabBar?.list.find((entry) => entry.text === label)
      if (!tab) throw new Error(`the tab bar has no ${label}`)
      if (!run.manifest.tabs.includes(pages.top()?.path ?? '')) {
        throw new Error(`${pages.top()?.path} shows no tab bar`)
      }
      pages.switchTab(`/${tab.pagePath}`)
      await sleep(0)
    },
    back: () => pages.navigateBack(),
    /** Leaves every page but the first, as the platform's own home button does. */
    home: () => pages.reLaunch(`/${run.manifest.entry}`),
    pullDown: () => tell('onPullDownRefresh'),
    reachBottom: () => tell('onReachBottom'),
    share: () => tell('onShareAppMessage', { from: 'menu' }),
    /** What an action costs, and the size of the page after it. */
    measure: async (action: () => unknown, since?: 'launch'): Promise<Measured> => {
      const before =
        since === 'launch'
          ? { crossings: 0, calls: 0 }
          : { crossings: trace.crossings.length, calls: trace.calls.length }
      await action()
      await idle()
      return measured(run, before)
    },
    /** Ends the mini program and throws the first thing that went wrong in it. */
    close: () => {
      run.kill()
      if (trace.problems.length > 0) throw trace.problems[0]
    },
  }
}

export type MiniProgram = ReturnType<typeof openMiniProgram>
