import { carrierCode } from '@core/domain/orders/carriers'
import { fail, ok, type Result } from '@core/kernel/result'
import type { TraceStep, WeChat, WeChatFailure } from '../../operations/ports'
import { openApi } from './sdk'

/** The latest steps of a parcel that are shown. */
const STEPS_MAX = 60
/** Characters of one step. */
const TEXT_MAX = 200

/**
 * `logistics.getPath` of WeChat's 物流助手, the only source of parcel traces that cloud functions may
 * call without keys of their own (WeChat docs, logistics.getPath; the newer `query_trace` excludes
 * them). WeChat knows the parcels of carriers that the shop has bound there.
 */
export async function askForTrace(
  parcel: Parameters<WeChat['traceParcel']>[0],
): Promise<Result<TraceStep[], WeChatFailure>> {
  const { orderId, openid, carrier, trackingNumber } = parcel
  const deliveryId = carrierCode(carrier)
  if (deliveryId === null) {
    return fail({
      code: 'WECHAT_FAILED',
      reason: `WeChat has no code for the carrier ${carrier}`,
      isFinal: true,
    })
  }
  const request = { orderId, openid, deliveryId, waybillId: trackingNumber }
  const { pathItemList = [] } = await openApi().logistics.getPath(request)
  const steps = pathItemList.map(({ actionTime, actionMsg }) => ({
    at: actionTime * 1_000,
    words: [...actionMsg].slice(0, TEXT_MAX).join(''),
  }))
  return ok(steps.sort((a, b) => a.at - b.at).slice(-STEPS_MAX))
}
