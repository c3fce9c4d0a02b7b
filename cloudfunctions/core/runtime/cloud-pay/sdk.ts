import { fail, type Result } from '@core/kernel/result'
import * as v from 'valibot'
import cloud from 'wx-server-sdk'
import type { ProviderFailure } from '../../operations/ports'

/**
 * cloudPay as the SDK offers it, which types all of it as anything. Its answers are those of WeChat
 * Pay v2 in camel case, with two traps: `errCode` and `errMsg` are the SDK's own and always say
 * that all is well, so that of WeChat Pay's error only its words (`errCodeDes`) arrive.
 */
export interface CloudPay {
  unifiedOrder(order: object): Promise<unknown>
  queryOrder(query: object): Promise<unknown>
  closeOrder(query: object): Promise<unknown>
  refund(refund: object): Promise<unknown>
  queryRefund(query: object): Promise<unknown>
  downloadBill(query: object): Promise<unknown>
}

const answered = v.looseObject({
  returnCode: v.optional(v.string()),
  returnMsg: v.optional(v.string()),
  resultCode: v.optional(v.string()),
  errCodeDes: v.optional(v.string()),
})

/** An answer that says yes, with all its fields; or what was said instead. */
export type CloudAnswer =
  | { isYes: true; fields: Record<string, unknown> }
  | { isYes: false; words: string }

/** Asks cloudPay; what the SDK throws is a failure, and a no is an answer. */
export async function askCloud(
  method: keyof CloudPay,
  query: object,
): Promise<Result<CloudAnswer, ProviderFailure>> {
  try {
    const pay = (cloud as unknown as { cloudPay: CloudPay }).cloudPay
    const fields = v.parse(answered, await pay[method](query))
    // A bill comes without a word around it.
    const isSaid = fields.returnCode === 'SUCCESS' || typeof fields['data'] === 'string'
    const isYes = isSaid && fields.resultCode !== 'FAIL'
    const words = fields.errCodeDes ?? fields.returnMsg ?? ''
    return { ok: true, value: isYes ? { isYes, fields } : { isYes: false, words } }
  } catch (error) {
    const { errMsg, message } = error as { errMsg?: string; message?: string }
    return fail({ code: 'PROVIDER_FAILED', reason: errMsg ?? message ?? String(error) })
  }
}
