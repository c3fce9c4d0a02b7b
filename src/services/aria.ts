import { mergeInternalComponents } from '@tarojs/shared'
import { IN_WECHAT } from './build'

/** What config/aria.js adds to the templates: the same names in the same order. */
const ARIA_ATTRIBUTES = { 'aria-label': '', 'aria-role': '' }

/** Lets labels and roles reach WeChat's reader. Call it before the first page is drawn. */
export function enableAriaAttributes(): void {
  if (!IN_WECHAT) return
  mergeInternalComponents({ View: { ...ARIA_ATTRIBUTES }, Image: { ...ARIA_ATTRIBUTES }, Input: { ...ARIA_ATTRIBUTES } })
}
