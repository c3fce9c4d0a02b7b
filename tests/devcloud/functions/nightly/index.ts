import { cloud } from '../sdk'

/** Answers what it was told and what time it is. */
export const main = (event: unknown) => {
  console.log('fired')
  const { OPENID, SOURCE } = cloud.getWXContext()
  return { event, OPENID, SOURCE, now: new Date().toISOString() }
}
