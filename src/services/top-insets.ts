import Taro from '@tarojs/taro'
import { IN_WECHAT } from './build'

/** The room that the phone and WeChat's capsule take at the top of a page, in px of the phone. */
export type TopInsets = { statusBar: number; bar: number; capsule: number }

const BROWSER_INSETS: TopInsets = { statusBar: 0, bar: 52, capsule: 0 }
/** WeChat's usual numbers, for phones that tell nothing. */
const TYPICAL_INSETS: TopInsets = { statusBar: 44, bar: 44, capsule: 97 }

let known: TopInsets | null = null

/** Measures once: the numbers do not change while the mini program runs. */
export function topInsets(): TopInsets {
  known ??= IN_WECHAT ? measure() : BROWSER_INSETS
  return known
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
