import { mergeInternalComponents } from '@tarojs/shared'
import { IN_WECHAT } from './build'

/** The attributes that config/aria.js adds to the templates: same names, same order. */
const ARIA_ATTRIBUTES = { 'aria-label': '', 'aria-role': '' }

/** Passes labels and roles to WeChat's screen reader. Call it before the first page renders. */
export function enableAriaAttributes(): void {
  if (!IN_WECHAT) return
  mergeInternalComponents({
    View: { ...ARIA_ATTRIBUTES },
    Image: { ...ARIA_ATTRIBUTES },
    Input: { ...ARIA_ATTRIBUTES },
  })
}
