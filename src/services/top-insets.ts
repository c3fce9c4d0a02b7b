import Taro from '@tarojs/taro'
import { IN_WECHAT } from './build'

/** Space taken at the top of a page by the status bar and WeChat's capsule, in logical px. */
export type TopInsets = { statusBar: number; bar: number; capsule: number }

const BROWSER_INSETS: TopInsets = { statusBar: 0, bar: 52, capsule: 0 }
/** WeChat's usual values, for phones that report none. */
const TYPICAL_INSETS: TopInsets = { statusBar: 44, bar: 44, capsule: 97 }

let cached: TopInsets | null = null

/** Measured once: the values do not change while the app runs. */
export function topInsets(): TopInsets {
  cached ??= IN_WECHAT ? measure() : BROWSER_INSETS
  return cached
}

function measure(): TopInsets {
  try {
    const { statusBarHeight = TYPICAL_INSETS.statusBar, windowWidth } = Taro.getWindowInfo()
    const { top, height, left } = Taro.getMenuButtonBoundingClientRect()
    if (!height) return { ...TYPICAL_INSETS, statusBar: statusBarHeight }
    // The capsule is centred in the bar: the gap above it is also the gap below.
    const bar = height + 2 * Math.max(0, top - statusBarHeight)
    return { statusBar: statusBarHeight, bar, capsule: windowWidth - left }
  } catch {
    return TYPICAL_INSETS
  }
}
