/**
 * What makes a view a button to those who cannot see or point. WeChat's reader takes the role and
 * the label; a browser also wants a place in the tab order.
 */
export const tappable = (
  label?: string,
  role: 'button' | 'link' | 'tab' | 'checkbox' = 'button',
): object => ({
  ...(process.env.TARO_ENV === 'weapp' ? { 'aria-role': role } : { role, tabIndex: 0 }),
  ...(label === undefined ? {} : { 'aria-label': label }),
})
