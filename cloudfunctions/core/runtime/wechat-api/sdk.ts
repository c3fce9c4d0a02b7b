import cloud from 'wx-server-sdk'

/** The part of the open API in use; the SDK types all of it as anything. */
export interface OpenApi {
  security: {
    msgSecCheck(request: {
      version: 2
      scene: number
      openid: string
      content: string
    }): Promise<{ result?: { suggest?: 'pass' | 'review' | 'risky' } }>
  }
  subscribeMessage: {
    send(request: {
      touser: string
      templateId: string
      page: string
      data: Record<string, { value: string }>
    }): Promise<unknown>
  }
  customerServiceMessage: {
    send(request: { touser: string; msgtype: 'text'; text: { content: string } }): Promise<unknown>
  }
  logistics: {
    getPath(request: {
      orderId: string
      openid: string
      deliveryId: string
      waybillId: string
    }): Promise<{ pathItemList?: { actionTime: number; actionMsg: string }[] }>
  }
  wxa: { sec: { order: { uploadShippingInfo(request: object): Promise<unknown> } } }
}

/** The open API as this function may call it: its `config.json` names what it may. */
export const openApi = (): OpenApi => cloud.openapi as unknown as OpenApi

/** What WeChat said instead of yes: its number, and its words without anything of ours. */
export type Refusal = { code: number; reason: string }

/** Characters of a reason that are kept. */
const REASON_MAX = 200

/** Reads what the SDK has thrown. */
export function refusalOf(error: unknown): Refusal {
  const { errCode, errMsg, message } = error as {
    errCode?: number
    errMsg?: string
    message?: string
  }
  return { code: errCode ?? -1, reason: (errMsg ?? message ?? '').slice(0, REASON_MAX) }
}
