import { randomUUID } from 'node:crypto'
import type { Clock } from '@local/ports'
import type { DeskSecrets } from '@local/secrets'
import { chinaTime, sleep } from '@local/time'
import { encryptResource, signedHeaders } from './signature'

/** WeChat waits this long for an answer (pay.weixin.qq.com, API v3). */
const ANSWER_MS_MAX = 5000

/** WeChat asks again for a day; the desk twice and soon, for someone is waiting for its answer. */
const RETRY_AFTER_MS = [200, 1000] as const

/** A notice before it is sent: what happened, to what. */
export type Notice = {
  notifyUrl: string
  eventType: 'TRANSACTION.SUCCESS' | 'REFUND.SUCCESS'
  summary: string
  originalType: 'transaction' | 'refund'
  resource: unknown
}

/** How the merchant answered one delivery; no status when it did not in time. */
export type NoticeDelivery = { id: string; attempt: number; status: number | null; body: string }

/** How to send: `isForged` puts a signature on it that is not WeChat Pay's. */
export type SendOptions = { isForged?: boolean; isRetried?: boolean }

/** Makes and sends notices, signed as of the desk's clock. */
export const createNotifier = (secrets: DeskSecrets, clock: Clock) => {
  const write = ({ eventType, summary, originalType, resource }: Notice) => {
    const id = randomUUID()
    const body = JSON.stringify({
      id,
      create_time: chinaTime(clock.now()),
      resource_type: 'encrypt-resource',
      event_type: eventType,
      summary,
      resource: encryptResource(originalType, resource, secrets.apiV3Key),
    })
    return { id, body }
  }
  const deliver = async (url: string, body: string, isForged: boolean) => {
    // A forged notice is signed over other words: well-formed, and wrong.
    const headers = signedHeaders(isForged ? `${body} ` : body, secrets, clock.now())
    try {
      const answer = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
        signal: AbortSignal.timeout(ANSWER_MS_MAX),
      })
      return { status: answer.status, body: await answer.text() }
    } catch (error) {
      return { status: null, body: error instanceof Error ? error.message : String(error) }
    }
  }
  /** Sends one notice until it is answered with 2xx or the attempts are used up. */
  return async (notice: Notice, options: SendOptions = {}): Promise<NoticeDelivery[]> => {
    const { isForged = false, isRetried = true } = options
    const { id, body } = write(notice)
    const deliveries: NoticeDelivery[] = []
    const pauses = isRetried ? RETRY_AFTER_MS : []
    for (let attempt = 1; ; attempt += 1) {
      const answer = await deliver(notice.notifyUrl, body, isForged)
      deliveries.push({ id, attempt, ...answer })
      const pause = pauses[attempt - 1]
      const isTaken = answer.status !== null && answer.status >= 200 && answer.status < 300
      if (isTaken || pause === undefined) return deliveries
      await sleep(pause)
    }
  }
}

/** Sends notices of one desk. */
export type Notifier = ReturnType<typeof createNotifier>
