import type { Caller } from '@local/ports'
import { sealSession } from '@local/session'

/** The name of the one cloud environment in the local cloud. */
export const DEVCLOUD_ENV = 'devcloud'

/** What the environment of a call is made from. */
export type CallEnvironment = {
  caller: Caller
  functionName: string
  requestId: string
  /** The gateway's address, `http://127.0.0.1:PORT/admin`. */
  gatewayUrl: string
  sessionKey: string
  /** The function's own variables: keys and addresses it is deployed with. */
  own: Record<string, string>
}

/**
 * Exactly what WeChat's cloud would set around one call, as @cloudbase/node-sdk 3.17.2 reads it,
 * plus where the gateway is. The credentials are dummies: without them the SDK ends the process.
 */
export const callEnvironment = (call: CallEnvironment): Record<string, string> => {
  const { caller, functionName, requestId } = call
  const wx: Record<string, string> = { WX_APPID: caller.appid, WX_API_TOKEN: 'devcloud' }
  if (caller.openid !== undefined) {
    wx.WX_OPENID = caller.openid
    wx.WX_CLIENTIP = '127.0.0.1'
  }
  if (caller.unionid !== undefined) wx.WX_UNIONID = caller.unionid
  const isTimer = caller.source === 'wx_trigger'
  return {
    ...call.own,
    ...wx,
    ...(isTimer ? { TRIGGER_SRC: 'timer', WX_TRIGGER_API_TOKEN_V0: 'devcloud' } : {}),
    WX_CONTEXT_KEYS: Object.keys(wx).join(','),
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'devcloud',
    TENCENTCLOUD_SECRETKEY: 'devcloud',
    TENCENTCLOUD_SESSIONTOKEN: 'devcloud',
    SCF_NAMESPACE: DEVCLOUD_ENV,
    TCB_ENV: DEVCLOUD_ENV,
    TCB_SEQID: requestId,
    TCB_SOURCE: caller.source,
    TCB_SESSIONTOKEN: sealSession({ caller, functionName, requestId }, call.sessionKey),
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE,TCB_SESSIONTOKEN',
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: call.gatewayUrl }),
    SILENCE: 'true',
  }
}
