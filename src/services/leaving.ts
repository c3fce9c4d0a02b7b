import Taro from '@tarojs/taro'
import { IN_WECHAT } from './build'

/**
 * What is asked, and the entry of the history that is not left without it: its address, and its
 * position where the router counted it. An address that somebody has typed has none.
 */
type Asking = { question: string; address: string; position: number | null }

/** What is asked now, the page on top last: a form can open another page with a form. */
const askings: Asking[] = []

/** In a browser: whether the history is being put back to the page that is asked about. */
let isReturning = false

/**
 * Asks before the current page is left, until the function that it returns is called. WeChat asks
 * by itself (not for a swipe, which it does not let a page hold back:
 * https://developers.weixin.qq.com/miniprogram/dev/api/ui/interaction/wx.enableAlertBeforeUnload.html);
 * a browser has gone back already, so it is sent forward again while it is asked.
 */
export function askBeforeLeaving(question: string): () => void {
  const mine = IN_WECHAT
    ? { question, address: '', position: null }
    : { question, address: window.location.href, position: positionOf(window.history.state) }
  askings.push(mine)
  if (IN_WECHAT) Taro.enableAlertBeforeUnload({ message: question })
  return () => {
    remove(mine)
    if (IN_WECHAT && askings.length === 0) Taro.disableAlertBeforeUnload()
  }
}

/**
 * Listens to the browser's history. Call it when the app is loaded: the router, which listens to
 * the same events, must hear of them later.
 */
export function watchLeaving(): void {
  if (IN_WECHAT) return
  window.addEventListener('popstate', onBack)
  window.addEventListener('hashchange', (event) => isAsking() && event.stopImmediatePropagation())
  window.addEventListener('beforeunload', (event) => isAsking() && event.preventDefault())
}

/** Whether somebody wants to leave what they have not saved. */
export async function confirmLeaving(question: string): Promise<boolean> {
  const texts = { title: question, confirmText: '离开', cancelText: '留下' }
  return (await Taro.showModal(texts)).confirm
}

const isAsking = () => askings.length > 0

const remove = (asking: Asking) => {
  const at = askings.indexOf(asking)
  if (at >= 0) askings.splice(at, 1)
}

/** The position of an entry in the history, as Taro's router counts it. */
const positionOf = (state: unknown): number | null =>
  (state as { idx?: number } | null)?.idx ?? null

/** How far from the form somebody has gone; back is below 0: one where no position is known. */
function stepsFrom({ address, position }: Asking, state: unknown): number {
  const now = positionOf(state)
  if (now !== null && position !== null) return now - position
  return window.location.href === address ? 0 : -1
}

function onBack(event: PopStateEvent): void {
  const asking = askings.at(-1)
  if (isReturning) {
    isReturning = false
    return event.stopImmediatePropagation()
  }
  if (!asking) return
  const steps = stepsFrom(asking, event.state)
  // Back from a page above the form, or forward: the form is not left.
  if (steps >= 0) return
  event.stopImmediatePropagation()
  isReturning = true
  window.history.go(-steps)
  void confirmLeaving(asking.question).then((isLeaving) => {
    if (!isLeaving) return
    remove(asking)
    window.history.go(steps)
  })
}
