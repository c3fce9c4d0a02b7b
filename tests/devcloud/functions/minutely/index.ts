import { cloud } from '../sdk'

/** Returns its event and the current time. */
export const main = (event: unknown) => {
  console.log('fired')
  const { OPENID, SOURCE } = cloud.getWXContext()
  return { event, OPENID, SOURCE, now: new Date().toISOString() }
}
