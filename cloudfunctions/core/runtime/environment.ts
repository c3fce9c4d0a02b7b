import type { WechatPaySettings } from './wechat-pay/settings'

/** What a function is told by its environment; secrets come from nowhere else. */
export type Environment = {
  dataKey: string
  dataHashKey: string
  owners: string[]
  /** Whether database calls are kept in step so that rounds can be counted (`data/meter.ts`). */
  isMeasured: boolean
  wechatPay: WechatPaySettings
}

/** A variable that must be there; a missing one is named. */
function needed(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`the environment variable ${name} is missing`)
  return value
}

/** WeChat Pay's own address; the desk names another. */
const WECHAT_PAY_API = 'https://api.mch.weixin.qq.com'

/** Reads the environment. Throws, naming it, when a variable is missing. */
export const readEnvironment = (): Environment => ({
  dataKey: needed('DATA_KEY'),
  dataHashKey: needed('DATA_HASH_KEY'),
  owners: (process.env['OWNER_OPENIDS'] ?? '').split(',').filter(Boolean),
  isMeasured: process.env['MEASURE_ROUNDS'] === '1',
  wechatPay: {
    apiUrl: process.env['WECHAT_PAY_API_URL'] || WECHAT_PAY_API,
    appid: needed('WECHAT_PAY_APPID'),
    mchid: needed('WECHAT_PAY_MCHID'),
    serial: needed('WECHAT_PAY_SERIAL'),
    privateKey: pem(needed('WECHAT_PAY_PRIVATE_KEY')),
    apiV3Key: needed('WECHAT_PAY_API_V3_KEY'),
    publicKeyId: needed('WECHAT_PAY_PUBLIC_KEY_ID'),
    publicKey: pem(needed('WECHAT_PAY_PUBLIC_KEY')),
    notifyUrl: needed('WECHAT_PAY_NOTIFY_URL'),
  },
})

/** A console that takes one line only is given `\n` for the line ends of a key. */
const pem = (text: string): string => text.replace(/\\n/g, '\n')
