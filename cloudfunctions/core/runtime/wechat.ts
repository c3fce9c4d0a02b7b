import cloud from 'wx-server-sdk'
import type { Log } from '../operations/context'
import type { WeChat } from '../operations/ports'

/** Scene 1 of `security.msgSecCheck`: a profile. */
const SCENE_PROFILE = 1

/** The part of the open API in use; the SDK types all of it as anything. */
interface Security {
  msgSecCheck(request: {
    version: 2
    scene: number
    openid: string
    content: string
  }): Promise<{ result?: { suggest?: 'pass' | 'review' | 'risky' } }>
}

/** WeChat's open API, called as the function's own cloud environment. */
export const wechatApi = (log: Log): WeChat => ({
  async isTextAllowed(content, openid) {
    try {
      const { security } = cloud.openapi as { security: Security }
      const check = await security.msgSecCheck({
        version: 2,
        scene: SCENE_PROFILE,
        openid,
        content,
      })
      return check.result?.suggest !== 'risky'
    } catch (error) {
      // WeChat asks for a check, not for an outage: a text that could not be checked passes and
      // is named to the operator.
      log.error('text-not-checked', { reason: String((error as { errMsg?: string }).errMsg) })
      return true
    }
  },
})
