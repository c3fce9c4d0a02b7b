import { createSign, createVerify, randomBytes } from 'node:crypto'
import type { Devcloud } from '@local/devcloud-types'
import { DEVCLOUD_APPID } from '@local/secrets'

/** What a request to WeChat Pay can get wrong. */
export type Mistakes = {
  /** Sign other words than are sent. */
  signOther?: string
  mchid?: string
  serial?: string
  /** Seconds by which the signed time is off. */
  lateSeconds?: number
  headers?: Record<string, string>
}

type Call = { method: 'GET' | 'POST'; path: string; content?: unknown; mistakes?: Mistakes }

const NAMES = [
  'WECHAT_PAY_MCHID',
  'WECHAT_PAY_SERIAL',
  'WECHAT_PAY_PRIVATE_KEY',
  'WECHAT_PAY_PUBLIC_KEY',
  'WECHAT_PAY_NOTIFY_URL',
  'WECHAT_PAY_API_URL',
]

const rsaSign = (text: string, key: string) =>
  createSign('RSA-SHA256').update(text).sign(key, 'base64')

/** A merchant with the keys a function in the local cloud is given, who asks WeChat Pay by hand. */
export const openMerchant = async (devcloud: Devcloud) => {
  const values = await devcloud.invoke(
    'probe',
    { do: 'environment', names: NAMES },
    'oDemo-someone',
  )
  const [mchid = '', serial = '', privateKey = '', publicKey = '', notifyUrl = '', apiUrl = ''] =
    values as string[]

  const authorization = (text: { method: string; path: string; body: string }, off: Mistakes) => {
    const timestamp = Math.floor(devcloud.clock.now() / 1000) - (off.lateSeconds ?? 0)
    const nonce = randomBytes(16).toString('hex')
    const body = off.signOther ?? text.body
    const signed = `${text.method}\n${text.path}\n${timestamp}\n${nonce}\n${body}\n`
    const fields = {
      mchid: off.mchid ?? mchid,
      nonce_str: nonce,
      timestamp,
      serial_no: off.serial ?? serial,
      signature: rsaSign(signed, privateKey),
    }
    const list = Object.entries(fields).map(([name, value]) => `${name}="${value}"`)
    return `WECHATPAY2-SHA256-RSA2048 ${list.join(',')}`
  }

  /** Calls the API; says whether the answer was signed by WeChat Pay. */
  const call = async ({ method, path, content, mistakes = {} }: Call) => {
    const body = content === undefined ? '' : JSON.stringify(content)
    const reply = await fetch(`${apiUrl}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'user-agent': 'merchant',
        authorization: authorization({ method, path, body }, mistakes),
        ...mistakes.headers,
      },
      ...(body === '' ? {} : { body }),
    })
    const text = await reply.text()
    const header = (name: string) => reply.headers.get(`wechatpay-${name}`) ?? ''
    const isSigned = createVerify('RSA-SHA256')
      .update(`${header('timestamp')}\n${header('nonce')}\n${text}\n`)
      .verify(publicKey, header('signature'), 'base64')
    const value = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>
    return { status: reply.status, value, isSigned }
  }

  const orderOf = (outTradeNo: string, change: object = {}) => ({
    appid: DEVCLOUD_APPID,
    mchid,
    description: '高山绿茶',
    out_trade_no: outTradeNo,
    notify_url: notifyUrl,
    amount: { total: 8800, currency: 'CNY' },
    payer: { openid: 'oDemo-linwan' },
    ...change,
  })

  return {
    mchid,
    notifyUrl,
    call,
    orderOf,
    /** Asks for a prepay id; `change` replaces fields of the order. */
    order: (outTradeNo: string, change: object = {}) =>
      call({
        method: 'POST',
        path: '/v3/pay/transactions/jsapi',
        content: orderOf(outTradeNo, change),
      }),
    query: (outTradeNo: string) =>
      call({
        method: 'GET',
        path: `/v3/pay/transactions/out-trade-no/${outTradeNo}?mchid=${mchid}`,
      }),
    close: (outTradeNo: string) =>
      call({
        method: 'POST',
        path: `/v3/pay/transactions/out-trade-no/${outTradeNo}/close`,
        content: { mchid },
      }),
    refund: (outTradeNo: string, change: object = {}) =>
      call({
        method: 'POST',
        path: '/v3/refund/domestic/refunds',
        content: {
          out_trade_no: outTradeNo,
          out_refund_no: `R-${outTradeNo}`,
          amount: { refund: 8800, total: 8800, currency: 'CNY' },
          ...change,
        },
      }),
    queryRefund: (outRefundNo: string) =>
      call({ method: 'GET', path: `/v3/refund/domestic/refunds/${outRefundNo}` }),
    /** The arguments of `wx.requestPayment` for a prepay id. */
    payment: (prepayId: string) => {
      const timeStamp = String(Math.floor(devcloud.clock.now() / 1000))
      const pack = `prepay_id=${prepayId}`
      const text = `${DEVCLOUD_APPID}\n${timeStamp}\nnonce\n${pack}\n`
      return {
        timeStamp,
        nonceStr: 'nonce',
        package: pack,
        signType: 'RSA',
        paySign: rsaSign(text, privateKey),
      }
    },
  }
}
