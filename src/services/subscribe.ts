import type { TemplatesView } from '@core/contract/notifications'
import type { NotificationKind } from '@core/domain/notifications/notification'
import Taro from '@tarojs/taro'
import { IN_WECHAT } from './build'
import { callShop } from './call'
import { mintId } from './ids'

/** Templates on one sheet: WeChat's older and newer words differ, three are safe (docs, 2024). */
const TEMPLATES_PER_SHEET_MAX = 3

let templates: TemplatesView | null = null

/**
 * Learns which messages the shop can send. A page from which they are asked for calls it when it
 * opens: WeChat shows its sheet in answer to a tap alone, and a tap cannot wait for the cloud.
 */
export async function loadMessageTemplates(): Promise<void> {
  if (!IN_WECHAT || templates !== null) return
  const answer = await callShop('messages.templates', {})
  if (answer.ok) templates = answer.value
}

/**
 * Asks, from a tap, to be allowed to tell of these things once more, and tells the shop what was
 * allowed. Nothing is asked in a browser, or before the messages were learned. Never throws; what
 * the tap is for goes on whatever the answer.
 */
export async function requestSubscriptions(kinds: readonly NotificationKind[]): Promise<void> {
  const wanted = kinds.flatMap((kind) => {
    const id = templates?.[kind]
    return id === undefined ? [] : [{ kind, id }]
  })
  const asked = wanted.slice(0, TEMPLATES_PER_SHEET_MAX)
  if (asked.length === 0) return
  const accepted = await showSubscriptionSheet(asked)
  if (accepted.length > 0) await callShop('messages.grant', { grantId: mintId(), accepted })
}

type RequestedTemplate = { kind: NotificationKind; id: string }

async function showSubscriptionSheet(asked: readonly RequestedTemplate[]): Promise<NotificationKind[]> {
  try {
    const tmplIds = asked.map(({ id }) => id)
    const told = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })
    const answer: Record<string, unknown> = { ...told }
    return asked.filter(({ id }) => answer[id] === 'accept').map(({ kind }) => kind)
  } catch {
    // The main switch is off, or the sheet could not be shown: then nothing was allowed.
    return []
  }
}
