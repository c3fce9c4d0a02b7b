import type { RunningMiniProgram } from './mini-program'
import { runNativeAction } from './native-buttons'
import { type PageReader, sleep } from './page-reader'
import { describeTarget, findAll, findOne, isDisabled, type Target } from './queries'
import { attributesOf, tagOf } from './rendered'

/** User actions on a running mini program; each waits for its target. */
export const gestures = (run: RunningMiniProgram, { holder, waitFor }: PageReader) => {
  const { view, overlay, pages } = run
  const waitForOne = async (target: Target) => {
    await waitFor(describeTarget(target), () => findAll(view, holder(), target).length > 0)
    return findOne(view, holder(), target)
  }
  /** The button of WeChat's own sheet, when one covers the page. */
  const buttonOfSheet = (target: Target) => {
    const sheet = overlay.sheets.at(-1)
    const press = typeof target === 'string' ? sheet?.buttons[target] : undefined
    if (sheet && !press)
      throw new Error(`${describeTarget(target)} is covered: ${sheet.texts.join(' ')}`)
    return press
  }
  return {
    /** Taps a target; with `times`, repeatedly before the page can render. */
    tap: async (target: Target, times = 1) => {
      const isThere = () => overlay.sheets.length > 0 || findAll(view, holder(), target).length > 0
      await waitFor(describeTarget(target), isThere)
      const press = buttonOfSheet(target)
      if (press) {
        press()
        return sleep(0)
      }
      const element = findOne(view, holder(), target)
      if (isDisabled(view, element)) throw new Error(`${describeTarget(target)} is disabled`)
      for (let n = 0; n < times; n += 1) {
        view.dispatch(element, 'tap', { x: 0, y: 0 })
        runNativeAction(run, element)
      }
      return sleep(0)
    },
    /** Types into an input, up to its `maxlength`, and blurs it. */
    input: async (target: Target, value: string) => {
      const element = await waitForOne(target)
      const tag = tagOf(view, element)
      if (tag !== 'input' && tag !== 'textarea')
        throw new Error(`${describeTarget(target)} is a ${tag}`)
      const limit = Number(attributesOf(view, element).maxlength ?? -1)
      const kept = limit >= 0 ? value.slice(0, limit) : value
      view.dispatch(element, 'focus', { value: '' })
      view.dispatch(element, 'input', { value: kept, cursor: kept.length })
      view.dispatch(element, 'blur', { value: kept })
      return sleep(0)
    },
    /** Dispatches a platform event to an element: `change`, `scrolltolower`, `confirm` … */
    dispatch: async (target: Target, event: string, detail: object = {}) => {
      view.dispatch(await waitForOne(target), event, detail)
      return sleep(0)
    },
    /** Taps an entry of the tab bar, by its text. */
    tapTab: async (label: string) => {
      const tab = run.manifest.app.tabBar?.list.find((entry) => entry.text === label)
      if (!tab) throw new Error(`the tab bar has no ${label}`)
      const here = pages.top()?.path ?? ''
      if (!run.manifest.tabs.includes(here)) throw new Error(`${here} shows no tab bar`)
      pages.switchTab(`/${tab.pagePath}`)
      return sleep(0)
    },
    back: () => pages.navigateBack(),
    /** Returns to the entry page, as the platform's home button does. */
    home: () => pages.reLaunch(`/${run.manifest.entry}`),
  }
}
