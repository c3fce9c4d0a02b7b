/** Build-time settings; the bundler removes the branches not taken. */

/** True inside WeChat, false in a browser. */
export const IN_WECHAT = process.env.TARO_ENV === 'weapp'

/** URL of the devcloud without a trailing slash; `''` is the page's own origin. */
export const DEVCLOUD_URL = (process.env.TARO_APP_DEVCLOUD_URL ?? '').replace(/\/$/, '')

/** H5 always uses the devcloud; the mini program does when built with its URL. */
export const ON_DEVCLOUD = !IN_WECHAT || DEVCLOUD_URL !== ''

/** WeChat's cloud environment id; `''` leaves the choice to WeChat DevTools. */
export const CLOUD_ENV = process.env.TARO_APP_CLOUD_ENV ?? ''

/** Base URL of product pictures, when it is not the default. */
export const PICTURES_URL = (process.env.TARO_APP_PICTURES_URL ?? '').replace(/\/$/, '')
