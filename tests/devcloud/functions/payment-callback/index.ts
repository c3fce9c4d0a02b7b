import { cloud } from '../sdk'

const db = cloud.database()

type Event = { outTradeNo: string }

/** Keeps every callback with who called; answers orders named FLAKY with an error once. */
export const main = async (event: Event) => {
  const { SOURCE } = cloud.getWXContext()
  const { outTradeNo: no } = event
  const seen = await db.collection('things').where({ no }).count()
  await db.collection('things').add({ data: { no, source: SOURCE, event } })
  const isFlaky = no.startsWith('FLAKY') && seen.total === 0
  return isFlaky ? { errcode: 1, errmsg: 'not yet' } : { errcode: 0, errmsg: '' }
}
