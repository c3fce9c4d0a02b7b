import * as v from 'valibot'

/**
 * What WeChat pushes to a function when a customer writes in its conversation with the shop, or
 * opens it (WeChat docs, customer-message/receive; the form for functions is JSON). `MsgId` is a
 * number or a text, by the page one reads.
 */
export const serviceMessage = v.object({
  ToUserName: v.pipe(v.string(), v.maxLength(64)),
  FromUserName: v.pipe(v.string(), v.maxLength(64)),
  MsgType: v.pipe(v.string(), v.maxLength(32)),
  CreateTime: v.number(),
  MsgId: v.optional(
    v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.regex(/^[\w-]{1,60}$/)),
  ),
  Content: v.optional(v.pipe(v.string(), v.maxLength(10_000))),
  Title: v.optional(v.pipe(v.string(), v.maxLength(200))),
})
export type ServiceMessage = v.InferOutput<typeof serviceMessage>

/**
 * The answer by which WeChat hands the message to its own customer service (WeChat docs,
 * customer-message/trans).
 */
export type HandOver = {
  ToUserName: string
  FromUserName: string
  CreateTime: number
  MsgType: 'transfer_customer_service'
}
