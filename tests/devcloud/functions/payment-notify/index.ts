import { createDecipheriv, createVerify } from 'node:crypto'
import { cloud } from '../sdk'

const db = cloud.database()

type Event = { headers: Record<string, string>; body: string }
type Resource = { ciphertext: string; nonce: string; associated_data: string }

const isSigned = ({ headers, body }: Event) =>
  headers['wechatpay-serial'] === process.env.WECHAT_PAY_PUBLIC_KEY_ID &&
  createVerify('RSA-SHA256')
    .update(`${headers['wechatpay-timestamp']}\n${headers['wechatpay-nonce']}\n${body}\n`)
    .verify(process.env.WECHAT_PAY_PUBLIC_KEY ?? '', headers['wechatpay-signature'] ?? '', 'base64')

const decrypt = ({ ciphertext, nonce, associated_data: data }: Resource): unknown => {
  const bytes = Buffer.from(ciphertext, 'base64')
  const key = process.env.WECHAT_PAY_API_V3_KEY ?? ''
  const decipher = createDecipheriv('aes-256-gcm', key, nonce)
  decipher.setAuthTag(bytes.subarray(-16))
  decipher.setAAD(Buffer.from(data))
  const text = Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()])
  return JSON.parse(text.toString('utf8'))
}

/** Keeps every notice it can trust; answers 401 to others, and 500 to orders named FLAKY once. */
export const main = async (event: Event) => {
  if (!isSigned(event)) return { statusCode: 401, body: '{"code":"SIGN_ERROR"}' }
  const { resource, event_type: type } = JSON.parse(event.body) as {
    resource: Resource
    event_type: string
  }
  const content = decrypt(resource) as { out_trade_no: string }
  const seen = await db.collection('things').where({ no: content.out_trade_no }).count()
  await db.collection('things').add({ data: { no: content.out_trade_no, type, content } })
  const isFlaky = content.out_trade_no.startsWith('FLAKY') && seen.total === 0
  return { statusCode: isFlaky ? 500 : 200, body: isFlaky ? 'not yet' : '' }
}
