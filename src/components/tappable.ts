/**
 * What makes a view a button to those who cannot see or point. WeChat's reader takes the role and
 * the label; a browser also wants a place in the tab order.
 */
export const tappable = (
  label?: string,
  role: 'button' | 'link' | 'tab' | 'checkbox' = 'button',
): object => ({
  role,
  ...(label === undefined ? {} : { 'aria-label': label }),
  ...(process.env.TARO_ENV === 'weapp' ? {} : { tabIndex: 0 }),
})
