import { SCREEN } from '../view-layer'
import type { MakeApi } from './api'

const STATUS_BAR = 47
const HOME_INDICATOR = 34

const safeArea = {
  left: 0,
  right: SCREEN.width,
  top: STATUS_BAR,
  bottom: SCREEN.height - HOME_INDICATOR,
  width: SCREEN.width,
  height: SCREEN.height - STATUS_BAR - HOME_INDICATOR,
}

const window = {
  pixelRatio: 3,
  screenWidth: SCREEN.width,
  screenHeight: SCREEN.height,
  windowWidth: SCREEN.width,
  windowHeight: SCREEN.height,
  statusBarHeight: STATUS_BAR,
  screenTop: 0,
  safeArea,
}

const base = {
  SDKVersion: '3.5.0',
  version: '8.0.50',
  language: 'zh_CN',
  theme: 'light',
  fontSizeSetting: 16,
  host: { env: 'WeChat' },
}

const device = {
  brand: 'iPhone',
  model: 'iPhone 14',
  platform: 'ios',
  system: 'iOS 16.0',
  benchmarkLevel: 40,
}

/** The platform's capsule menu, which pages must not cover. */
const MENU_BUTTON = { width: 87, height: 32, top: 51, right: 383, bottom: 83, left: 296 }

type DeviceOptions = { api: MakeApi; copy<T>(value: T): T; appid: string }

/** The device and its screen: an iPhone 14, the size of the designs. */
export const deviceApis = ({ api, copy, appid }: DeviceOptions) => {
  const system = () => copy({ ...device, ...base, ...window })
  return {
    getSystemInfoSync: system,
    getSystemInfo: api('getSystemInfo', system),
    getSystemInfoAsync: api('getSystemInfoAsync', system),
    getWindowInfo: () => copy(window),
    getDeviceInfo: () => copy(device),
    getAppBaseInfo: () => copy(base),
    getMenuButtonBoundingClientRect: () => copy(MENU_BUTTON),
    getNetworkType: api('getNetworkType', () => ({ networkType: 'wifi', isConnected: true })),
    getAccountInfoSync: () =>
      copy({ miniProgram: { appId: appid, envVersion: 'release', version: '1.0.0' } }),
    canIUse: () => true,
    vibrateShort: api('vibrateShort', () => undefined),
    setClipboardData: api('setClipboardData', () => undefined),
    enableAlertBeforeUnload: api('enableAlertBeforeUnload', () => undefined),
    disableAlertBeforeUnload: api('disableAlertBeforeUnload', () => undefined),
    onNetworkStatusChange: () => undefined,
    offNetworkStatusChange: () => undefined,
    onWindowResize: () => undefined,
    offWindowResize: () => undefined,
    onThemeChange: () => undefined,
    onKeyboardHeightChange: () => undefined,
    offKeyboardHeightChange: () => undefined,
    onMemoryWarning: () => undefined,
    onError: () => undefined,
    onUnhandledRejection: () => undefined,
    onPageNotFound: () => undefined,
    onAppShow: () => undefined,
    onAppHide: () => undefined,
  }
}
