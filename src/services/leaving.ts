import Taro from '@tarojs/taro'
import { IN_WECHAT } from './build'

/** What is asked, and the entry of the history that is not left without it. */
type Asking = { question: string; here: number }

/** In a browser: what is asked now. */
let asking: Asking | null = null

/**
 * Asks before the current page is left, until the function that it returns is called. WeChat asks
 * by itself; a browser has gone back already, so it is sent forward again while it is asked.
 */
export function askBeforeLeaving(question: string): () => void {
  if (IN_WECHAT) {
    Taro.enableAlertBeforeUnload({ message: question })
    return () => Taro.disableAlertBeforeUnload()
  }
  const mine: Asking = { question, here: positionOf(window.history.state) }
  asking = mine
  return () => {
    if (asking === mine) asking = null
  }
}

/**
 * Listens to the browser's history. Call it when the app is loaded: the router, which listens to
 * the same events, must hear of them later.
 */
export function watchLeaving(): void {
  if (IN_WECHAT) return
  window.addEventListener('popstate', onBack)
  window.addEventListener('hashchange', (event) => asking && event.stopImmediatePropagation())
  window.addEventListener('beforeunload', (event) => asking && event.preventDefault())
}

/** The position of an entry in the history, as Taro's router counts it. */
const positionOf = (state: unknown): number => (state as { idx?: number } | null)?.idx ?? 0

function onBack(event: PopStateEvent): void {
  if (!asking) return
  event.stopImmediatePropagation()
  const steps = positionOf(event.state) - asking.here
  if (steps === 0) return
  window.history.go(-steps)
  void confirmed(asking.question).then((isLeaving) => {
    if (!isLeaving) return
    asking = null
    window.history.go(steps)
  })
}

async function confirmed(question: string): Promise<boolean> {
  const texts = { title: question, confirmText: '离开', cancelText: '留下' }
  return (await Taro.showModal(texts)).confirm
}
