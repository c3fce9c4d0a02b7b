import cloud from 'wx-server-sdk'

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

/** Answers what it was told and what time it is. */
export const main = (event: unknown) => {
  const { OPENID, SOURCE } = cloud.getWXContext()
  return { event, OPENID, SOURCE, now: new Date().toISOString() }
}
