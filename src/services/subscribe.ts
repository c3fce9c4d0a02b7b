import type { TemplatesView } from '@core/contract/notifications'
import type { NotificationKind } from '@core/domain/notifications/notification'
import Taro from '@tarojs/taro'
import { failureLine } from '@/copy/failures'
import { IN_WECHAT } from './build'
import { callShop } from './call'
import { mintId } from './ids'
import { sayRefusal } from './refusal'
import { toast } from './toast'

/** Templates per request: WeChat's documents disagree on the limit, three is safe (2024). */
const TEMPLATES_PER_SHEET_MAX = 3

/**
 * The answers that allow one more message; the latter two also allow it to sound, or to be shown in
 * a window (WeChat docs, requestSubscribeMessage).
 */
const ACCEPTED: readonly unknown[] = ['accept', 'acceptWithAudio', 'acceptWithAlert']

let templates: TemplatesView | null = null

/**
 * Loads the templates of subscribe messages. Pages that request subscriptions call it when they
 * open: WeChat shows its sheet only in response to a tap, and a tap cannot wait for the cloud.
 */
export async function loadMessageTemplates(): Promise<void> {
  if (!IN_WECHAT || templates !== null) return
  const answer = await callShop('messages.templates', {})
  if (answer.ok) templates = answer.value
}

/**
 * Requests permission, from a tap, for one more message of each kind and reports what was accepted.
 * Does nothing in H5 or before the templates are loaded. Never throws: the tap's own action goes
 * on whatever the answer. `true` when a message of every kind may be sent now.
 */
export async function requestSubscriptions(kinds: readonly NotificationKind[]): Promise<boolean> {
  const wanted = kinds.flatMap((kind) => {
    const id = templates?.[kind]
    return id === undefined ? [] : [{ kind, id }]
  })
  const requested = wanted.slice(0, TEMPLATES_PER_SHEET_MAX)
  if (requested.length === 0) return false
  const accepted = await showSubscriptionSheet(requested)
  if (accepted.length === 0) return false
  const answer = await callShop('messages.grant', { grantId: mintId(), accepted })
  // A message that the shop will not send is said; a lost call is not worth stopping anybody.
  if (!answer.ok && 'told' in answer.error) toast(failureLine(answer.error))
  return answer.ok && accepted.length === kinds.length
}

type RequestedTemplate = { kind: NotificationKind; id: string }

async function showSubscriptionSheet(
  requested: readonly RequestedTemplate[],
): Promise<NotificationKind[]> {
  try {
    const tmplIds = requested.map(({ id }) => id)
    const result = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
    const answer: Record<string, unknown> = { ...result }
    return requested.filter(({ id }) => ACCEPTED.includes(answer[id])).map(({ kind }) => kind)
  } catch (failure) {
    // Messages are switched off, or the sheet could not be shown: nothing was accepted.
    sayRefusal('requestSubscribeMessage', failure)
    return []
  }
}
