import { randomUUID } from 'node:crypto'
import type { Clock } from '@local/ports'
import type { DevcloudSecrets } from '@local/secrets'
import { chinaTime, sleep } from '@local/time'
import { platformCertificate } from './certificate'
import { encryptResource, signedHeaders } from './signature'

/** WeChat waits this long for an answer (pay.weixin.qq.com, API v3). */
const ANSWER_MS_MAX = 5000

/** WeChat retries for a day; the local cloud twice within seconds, because the caller waits. */
const RETRY_AFTER_MS = [200, 1000] as const

/** A notice before it is encrypted and signed. */
export type Notice = {
  notifyUrl: string
  eventType: `TRANSACTION.SUCCESS` | `REFUND.${'SUCCESS' | 'ABNORMAL' | 'CLOSED'}`
  summary: string
  originalType: 'transaction' | 'refund'
  resource: unknown
}

/** How the merchant answered one delivery; no status when it did not in time. */
export type NoticeDelivery = { id: string; attempt: number; status: number | null; body: string }

/** What can be wrong with a notice's signature. */
export const FORGERIES = ['signature', 'serial', 'time'] as const
export type Forgery = (typeof FORGERIES)[number]

/** What signs a notice: WeChat Pay moves merchants from the one to the other. */
export const SIGNERS = ['publicKey', 'certificate'] as const
export type Signer = (typeof SIGNERS)[number]

/** How to send; a forged notice is well-formed but invalid. */
export type SendOptions = { forgery?: Forgery; signedBy?: Signer; isRetried?: boolean }

/** The serial number of an unknown certificate. */
const UNKNOWN_SERIAL = '00000000000000000000000000000000DEADBEEF'
/** Older than any merchant may accept. */
const STALE_MS = 10 * 60_000

/**
 * Delivers until the receiver accepts or the attempts are used up; returns every attempt.
 */
export const deliverWithRetries = async (
  deliver: () => Promise<{ status: number | null; body: string }>,
  { id, isRetried }: { id: string; isRetried: boolean },
): Promise<NoticeDelivery[]> => {
  const deliveries: NoticeDelivery[] = []
  const pauses = isRetried ? RETRY_AFTER_MS : []
  for (let attempt = 1; ; attempt += 1) {
    const answer = await deliver()
    deliveries.push({ id, attempt, ...answer })
    const pause = pauses[attempt - 1]
    const isTaken = answer.status !== null && answer.status >= 200 && answer.status < 300
    if (isTaken || pause === undefined) return deliveries
    await sleep(pause)
  }
}

/** Makes and sends notices, signed as of the local cloud's clock. */
export const createNotifier = (secrets: DevcloudSecrets, clock: Clock) => {
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
  const sign = (body: string, { forgery, signedBy }: SendOptions) => {
    const own =
      signedBy === 'certificate'
        ? platformCertificate(secrets).serial
        : secrets.platform.publicKeyId
    return signedHeaders(
      {
        // A forged one has the signature of another body.
        body: forgery === 'signature' ? `${body} ` : body,
        now: forgery === 'time' ? clock.now() - STALE_MS : clock.now(),
        serial: forgery === 'serial' ? UNKNOWN_SERIAL : own,
      },
      secrets,
    )
  }
  const deliver = async (url: string, body: string, options: SendOptions) => {
    try {
      const answer = await fetch(url, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...sign(body, options) },
        signal: AbortSignal.timeout(ANSWER_MS_MAX),
      })
      return { status: answer.status, body: await answer.text() }
    } catch (error) {
      return { status: null, body: error instanceof Error ? error.message : String(error) }
    }
  }
  /** Sends one notice until it is answered with 2xx or the attempts are used up. */
  return async (notice: Notice, options: SendOptions = {}): Promise<NoticeDelivery[]> => {
    const { id, body } = write(notice)
    const isRetried = options.isRetried ?? true
    return deliverWithRetries(() => deliver(notice.notifyUrl, body, options), { id, isRetried })
  }
}

/** Sends notices of one devcloud. */
export type Notifier = ReturnType<typeof createNotifier>
