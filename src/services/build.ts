/** What was chosen when the shop was built; the bundler removes the branches not taken. */

/** True inside WeChat, false in a browser. */
export const IN_WECHAT = process.env.TARO_ENV === 'weapp'

/** Where the devcloud listens, without a closing slash; `''` is the address the page came from. */
export const DEVCLOUD_URL = (process.env.TARO_APP_DEVCLOUD_URL ?? '').replace(/\/$/, '')

/** A browser always talks to a devcloud; the mini program does when it was built with its address. */
export const ON_DEVCLOUD = !IN_WECHAT || DEVCLOUD_URL !== ''

/** WeChat's cloud environment; `''` leaves the choice to WeChat DevTools. */
export const CLOUD_ENV = process.env.TARO_APP_CLOUD_ENV ?? ''

/** Where product pictures lie, when it is neither the devcloud nor the page's own address. */
export const PICTURES_URL = (process.env.TARO_APP_PICTURES_URL ?? '').replace(/\/$/, '')
