import { IN_WECHAT } from '@/services/build'

/**
 * What makes a view a button to those who cannot see or point. WeChat's reader takes the role and
 * the label; a browser also wants a place in the tab order.
 */
export const tappable = (label?: string, role: 'button' | 'link' | 'tab' = 'button'): object => ({
  role,
  ...(label === undefined ? {} : { 'aria-label': label }),
  ...(IN_WECHAT ? {} : { tabIndex: 0 }),
})
