import Taro from '@tarojs/taro'
import { IN_WECHAT } from './build'

/**
 * Asks before the current page is left, until the function that it returns is called. WeChat asks
 * by itself; a browser has gone back already, so it is sent forward again while it is asked.
 */
export function askBeforeLeaving(question: string): () => void {
  if (IN_WECHAT) {
    Taro.enableAlertBeforeUnload({ message: question })
    return () => Taro.disableAlertBeforeUnload()
  }
  return askInBrowser(question)
}

/** The position of an entry in the history, as Taro's router counts it. */
const positionOf = (state: unknown): number => (state as { idx?: number } | null)?.idx ?? 0

function askInBrowser(question: string): () => void {
  const here = positionOf(window.history.state)
  const onBack = (event: PopStateEvent) => {
    event.stopImmediatePropagation()
    const steps = positionOf(event.state) - here
    if (steps === 0) return
    window.history.go(-steps)
    void Taro.showModal({
      title: question,
      confirmText: '离开',
      cancelText: '留下',
    }).then(({ confirm }) => {
      if (!confirm) return
      stop()
      window.history.go(steps)
    })
  }
  const onHash = (event: Event) => event.stopImmediatePropagation()
  const onClose = (event: BeforeUnloadEvent) => event.preventDefault()
  const stop = () => {
    window.removeEventListener('popstate', onBack, true)
    window.removeEventListener('hashchange', onHash, true)
    window.removeEventListener('beforeunload', onClose)
  }
  // Before the router hears of it.
  window.addEventListener('popstate', onBack, true)
  window.addEventListener('hashchange', onHash, true)
  window.addEventListener('beforeunload', onClose)
  return stop
}
