import cloud from 'wx-server-sdk'

/** The part of the open API in use, which the SDK types as `any`. */
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

/** The open API of this function; its `config.json` lists the permitted calls. */
export const openApi = (): OpenApi => cloud.openapi as unknown as OpenApi

/** An error of WeChat: its code and its message, without our data. */
export type Refusal = { code: number; reason: string }

const REASON_MAX = 200

/** Reads an error thrown by the SDK. */
export function refusalOf(error: unknown): Refusal {
  const { errCode, errMsg, message } = error as {
    errCode?: number
    errMsg?: string
    message?: string
  }
  return { code: errCode ?? -1, reason: (errMsg ?? message ?? '').slice(0, REASON_MAX) }
}
