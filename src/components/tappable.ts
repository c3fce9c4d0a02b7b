/**
 * Attributes that make a view accessible as a control. WeChat's screen reader needs the role and
 * the label; a browser also needs a place in the tab order.
 */
export const tappable = (
  label?: string,
  role: 'button' | 'link' | 'tab' | 'checkbox' = 'button',
): object => ({
  ...(process.env.TARO_ENV === 'weapp' ? { 'aria-role': role } : { role, tabIndex: 0 }),
  ...(label === undefined ? {} : { 'aria-label': label }),
})
