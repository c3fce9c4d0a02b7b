import type { Cloud, CloudCall, Payment } from '../cloud'
import { type MakeApi, ApiError } from './api'
import { showSheet, type Overlay } from './sheets'

/** An address in WeChat's own book, as `wx.chooseAddress` answers it. */
export type WeChatAddress = {
  userName: string
  telNumber: string
  provinceName: string
  cityName: string
  countyName: string
  detailInfo: string
  postalCode?: string
}

/** Who holds the phone, and what WeChat knows of them. */
export type WechatUser = {
  openid: string
  appid: string
  address?: WeChatAddress
  /** The files of the phone's album; without any, choosing is given up. */
  album?: readonly string[]
}

type OpenApisOptions = {
  api: MakeApi
  copy<T>(value: T): T
  user: WechatUser
  overlay: Overlay
  cloud: Cloud
  onCall(call: CloudCall): void
  /** Tells that somebody waits for this, so that a test does too. */
  tracked<T>(answer: Promise<T>): Promise<T>
}

type Call = { name: string; data?: { operation?: string } & Record<string, unknown> }

/** What one call may carry (docs.cloudbase.net/error-code). */
const CALL_BYTES_MAX = 100 * 1024

const callFunction = async (world: OpenApisOptions, { name, data = {} }: Call) => {
  const sent = JSON.stringify(data)
  if (Buffer.byteLength(sent) > CALL_BYTES_MAX) {
    throw new ApiError('-501002 EXCEED_MAX_PAYLOAD_SIZE', { errCode: -501002 })
  }
  world.onCall({ name, operation: data.operation ?? '', at: Date.now() })
  try {
    const answer = world.cloud.call(name, JSON.parse(sent), world.user.openid)
    const result = await world.tracked(answer)
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

const requestPayment = async (world: OpenApisOptions, options: Payment) => {
  const { overlay, cloud, user: person, tracked: waited } = world
  const missing = PAYMENT_FIELDS.find((field) => typeof options[field] !== 'string')
  if (missing) throw new ApiError(`parameter error: parameter.${missing} should be String`)
  const pressed = await showSheet(overlay, ['微信支付'], [CANCEL_BUTTON, PAY_BUTTON])
  if (pressed === CANCEL_BUTTON) throw new ApiError('cancel')
  const { timeStamp, nonceStr, signType, paySign } = options
  const payment = { timeStamp, nonceStr, package: options.package, signType, paySign }
  await waited(cloud.pay(payment, person.openid))
}

/** Pictures of the phone's album, the first ones of it. */
const chooseMedia = ({ album = [] }: WechatUser, count: number) => {
  if (album.length === 0) throw new ApiError('cancel')
  const tempFiles = album.slice(0, count).map((name) => ({
    tempFilePath: `wxfile://tmp/${name}`,
    size: 1_000,
    fileType: 'image',
  }))
  return { tempFiles, type: 'image' }
}

/** What WeChat itself gives: the cloud, payment, addresses, messages, privacy. */
export const openApis = (world: OpenApisOptions) => {
  const { api, user: person } = world
  const PRIVACY = { needAuthorization: false, privacyContractName: '《用户隐私保护指引》' }
  return {
    cloud: {
      init: () => undefined,
      callFunction: api('cloud.callFunction', (call: Call) => callFunction(world, call)),
      uploadFile: api('cloud.uploadFile', ({ cloudPath }: { cloudPath: string }) => ({
        fileID: `cloud://devcloud.files/${cloudPath}`,
        statusCode: 204,
      })),
    },
    chooseMedia: api('chooseMedia', ({ count = 9 }: { count?: number }) =>
      chooseMedia(person, count),
    ),
    login: api('login', () => ({ code: 'a code that only the cloud can read' })),
    checkSession: api('checkSession', () => undefined),
    requestPayment: api('requestPayment', (payment: Payment) => requestPayment(world, payment)),
    chooseAddress: api('chooseAddress', () => {
      if (!person.address) throw new ApiError('cancel')
      return person.address
    }),
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
    getLaunchOptionsSync: () => world.copy({ path: '', query: {}, scene: 1001 }),
    getEnterOptionsSync: () => world.copy({ path: '', query: {}, scene: 1001 }),
  }
}
