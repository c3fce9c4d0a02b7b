import { fail, type Result } from '@core/kernel/result'
import * as v from 'valibot'
import cloud from 'wx-server-sdk'
import type { ProviderFailure } from '../../operations/ports'

/**
 * cloudPay of the SDK, which types it as `any`. Its answers are those of WeChat Pay v2 in camel
 * case. `errCode` and `errMsg` are the SDK's own and always report success, so only the text of
 * WeChat Pay's error (`errCodeDes`) is available.
 */
export interface CloudPay {
  unifiedOrder(order: object): Promise<unknown>
  queryOrder(query: object): Promise<unknown>
  closeOrder(query: object): Promise<unknown>
  refund(refund: object): Promise<unknown>
  queryRefund(query: object): Promise<unknown>
  downloadBill(query: object): Promise<unknown>
}

const answerSchema = v.looseObject({
  returnCode: v.optional(v.string()),
  returnMsg: v.optional(v.string()),
  resultCode: v.optional(v.string()),
  errCodeDes: v.optional(v.string()),
})

/** An error of WeChat Pay in its words; `code` only if an SDK should pass it on one day. */
export type CloudError = { isOk: false; text: string; code?: string }

/** A successful answer with all its fields, or an error. */
export type CloudAnswer = { isOk: true; fields: Record<string, unknown> } | CloudError

/** Calls cloudPay. A throw of the SDK is a failure; an error of WeChat Pay is an answer. */
export async function callCloud(
  method: keyof CloudPay,
  query: object,
): Promise<Result<CloudAnswer, ProviderFailure>> {
  try {
    const pay = (cloud as unknown as { cloudPay: CloudPay }).cloudPay
    const fields = v.parse(answerSchema, await pay[method](query))
    // A bill has no return code.
    const isReturned = fields.returnCode === 'SUCCESS' || typeof fields['data'] === 'string'
    const isOk = isReturned && fields.resultCode !== 'FAIL'
    if (isOk) return { ok: true, value: { isOk, fields } }
    const text = fields.errCodeDes ?? fields.returnMsg ?? ''
    const code = fields['errCode']
    return { ok: true, value: { isOk, text, ...(typeof code === 'string' ? { code } : {}) } }
  } catch (error) {
    const { errMsg, message } = error as { errMsg?: string; message?: string }
    return fail({ code: 'PROVIDER_FAILED', reason: errMsg ?? message ?? String(error) })
  }
}
