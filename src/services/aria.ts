import { mergeInternalComponents } from '@tarojs/shared'
import { IN_WECHAT } from './build'

/** What config/aria.js adds to the templates: the same names in the same order. */
const ARIA = { 'aria-label': '', 'aria-role': '' }

/** Lets labels and roles reach WeChat's reader. Call it before the first page is drawn. */
export function carryAria(): void {
  if (!IN_WECHAT) return
  mergeInternalComponents({ View: { ...ARIA }, Image: { ...ARIA }, Input: { ...ARIA } })
}
