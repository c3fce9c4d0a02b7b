import { useDidHide, useDidShow } from '@tarojs/taro'
import { useRef } from 'react'

/**
 * Acts whenever the page is shown after it was hidden: what it shows may have changed on a page
 * above it. It goes by the hiding, since a part of a page may be drawn long after the page.
 */
export function useShownAgain(act: () => void): void {
  const wasHidden = useRef(false)
  useDidHide(() => {
    wasHidden.current = true
  })
  useDidShow(() => {
    if (wasHidden.current) act()
    wasHidden.current = false
  })
}
