import type { Cloud, CloudCall, Payment } from '../cloud'
import { ApiError, type MakeApi, type Refusals } from './api'
import { type Overlay, showSheet } from './sheets'

/** An address of WeChat's address book, as returned by `wx.chooseAddress`. */
export type WeChatAddress = {
  userName: string
  telNumber: string
  provinceName: string
  cityName: string
  countyName: string
  detailInfo: string
  postalCode?: string
}

/** The WeChat user of the phone. */
export type WechatUser = {
  openid: string
  appid: string
  address?: WeChatAddress
  /** Files of the phone's album; without any, choosing is cancelled. */
  album?: readonly string[]
  /** What this person, or WeChat, refuses. */
  refusals?: Refusals
  /** What the camera sees when it scans; without it scanning is cancelled. */
  label?: string
}

type OpenApisOptions = {
  api: MakeApi
  copy<T>(value: T): T
  user: WechatUser
  overlay: Overlay
  cloud: Cloud
  onCall(call: CloudCall): void
  /** Marks a promise as pending, so that tests wait for it. */
  tracked<T>(answer: Promise<T>): Promise<T>
}

type Call = { name: string; data?: { operation?: string } & Record<string, unknown> }

/** The maximum payload of one call (docs.cloudbase.net/error-code). */
const CALL_BYTES_MAX = 100 * 1024

const callFunction = async (options: OpenApisOptions, { name, data = {} }: Call) => {
  const sent = JSON.stringify(data)
  if (Buffer.byteLength(sent) > CALL_BYTES_MAX) {
    throw new ApiError('-501002 EXCEED_MAX_PAYLOAD_SIZE', { errCode: -501002 })
  }
  options.onCall({ name, operation: data.operation ?? '', at: Date.now() })
  try {
    const answer = options.cloud.call(name, JSON.parse(sent), options.user.openid)
    const result = await options.tracked(answer)
    return { result, requestID: `${name}-${Math.random()}` }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new ApiError(`errCode: -504002 functions execute fail | ${reason}`, { errCode: -504002 })
  }
}

/** The buttons of WeChat's cashier. */
export const PAY_BUTTON = '确认支付'
export const CANCEL_BUTTON = '放弃支付'

const PAYMENT_FIELDS = ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign'] as const

const requestPayment = async (options: OpenApisOptions, args: Payment) => {
  const { overlay, cloud, user, tracked } = options
  const missing = PAYMENT_FIELDS.find((field) => typeof args[field] !== 'string')
  if (missing) throw new ApiError(`parameter error: parameter.${missing} should be String`)
  const pressed = await showSheet(overlay, ['微信支付'], [CANCEL_BUTTON, PAY_BUTTON])
  if (pressed === CANCEL_BUTTON) throw new ApiError('cancel')
  const { timeStamp, nonceStr, signType, paySign } = args
  const payment = { timeStamp, nonceStr, package: args.package, signType, paySign }
  await tracked(cloud.pay(payment, user.openid))
}

/** The first pictures of the phone's album. */
const chooseMedia = ({ album = [] }: WechatUser, count: number) => {
  if (album.length === 0) throw new ApiError('cancel')
  const tempFiles = album.slice(0, count).map((name) => ({
    tempFilePath: `wxfile://tmp/${name}`,
    size: 1_000,
    fileType: 'image',
  }))
  return { tempFiles, type: 'image' }
}

/** Scans what is before the camera. */
const scanCode = ({ label }: WechatUser) => {
  if (label === undefined) throw new ApiError('cancel')
  return { result: label, scanType: 'CODE_128', charSet: 'utf-8', rawData: '' }
}

/** WeChat's open APIs: cloud, payment, addresses, messages, privacy. */
export const openApis = (options: OpenApisOptions) => {
  const { api, user } = options
  const PRIVACY = { needAuthorization: false, privacyContractName: '《用户隐私保护指引》' }
  return {
    cloud: {
      init: () => undefined,
      callFunction: api('cloud.callFunction', (call: Call) => callFunction(options, call)),
      uploadFile: api('cloud.uploadFile', ({ cloudPath }: { cloudPath: string }) => ({
        fileID: `cloud://devcloud.files/${cloudPath}`,
        statusCode: 204,
      })),
    },
    chooseMedia: api('chooseMedia', ({ count = 9 }: { count?: number }) =>
      chooseMedia(user, count),
    ),
    login: api('login', () => ({ code: 'a code that only the cloud can read' })),
    checkSession: api('checkSession', () => undefined),
    requestPayment: api('requestPayment', (payment: Payment) => requestPayment(options, payment)),
    chooseAddress: api('chooseAddress', () => {
      if (!user.address) throw new ApiError('cancel')
      return user.address
    }),
    scanCode: api('scanCode', () => scanCode(user)),
    requestSubscribeMessage: api(
      'requestSubscribeMessage',
      ({ tmplIds }: { tmplIds: readonly string[] }) => {
        if (tmplIds.length > 3) throw new ApiError('tmplIds is too long', { errCode: 20003 })
        return Object.fromEntries(tmplIds.map((id) => [id, 'accept']))
      },
    ),
    getSetting: api('getSetting', () => ({ authSetting: {} })),
    getPrivacySetting: api('getPrivacySetting', () => PRIVACY),
    requirePrivacyAuthorize: api('requirePrivacyAuthorize', () => undefined),
    openPrivacyContract: api('openPrivacyContract', () => undefined),
    onNeedPrivacyAuthorization: () => undefined,
    getLaunchOptionsSync: () => options.copy({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => options.copy({ path: '', query: {}, scene: 1001 }),
  }
}
